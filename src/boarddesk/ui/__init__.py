"""The ui shows: the window, its pages and dialogs."""
