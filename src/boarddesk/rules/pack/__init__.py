"""What a pack is: its parts in order, page numbers that never move, its list of contents."""
