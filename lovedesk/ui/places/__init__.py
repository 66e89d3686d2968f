"""One module or folder per place."""
