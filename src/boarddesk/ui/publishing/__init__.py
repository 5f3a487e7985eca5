"""The page before publishing: what could name a child, in its sentence, and what is done about it."""
