"""Word documents read: their tables and headings, text as a reader sees it, and its styles."""
