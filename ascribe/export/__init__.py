"""Records become what people and programs read: a table, JSON, CSV, a page."""
