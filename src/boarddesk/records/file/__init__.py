"""The office file: made, opened, locked, written through one door, logged, undone, backed up."""
