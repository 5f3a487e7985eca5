"""Who holds a seat from when to when, what they have on record, whose time ends."""
