"""The desk file: opening, acting, undo, copies. Knows no customers and no Qt."""
