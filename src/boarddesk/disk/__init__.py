"""The disk: files named, saved, moved and removed, with patience for whoever holds them."""
