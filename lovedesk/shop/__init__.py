"""What a shop knows and does: tables, records and one module of verbs per noun. Knows no Qt."""
