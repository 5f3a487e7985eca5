"""Papers for a meeting: what is found in them, left-over placeholders, and the names they go by."""
