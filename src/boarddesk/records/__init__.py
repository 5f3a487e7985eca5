"""Records keep: the office file, its one door for writing and its change log."""
