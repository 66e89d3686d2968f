"""Paper: records to blocks, blocks to printer, preview and PDF. No widgets."""
