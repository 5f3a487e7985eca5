"""The step of the import that shows what would be taken: its rows, and one of them whole."""
