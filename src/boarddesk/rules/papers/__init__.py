"""Papers for a meeting: their copies, what is found in them, left-over placeholders, the names they go by."""
