"""What a highlight report says, decided: of an area, of the board, of what changed."""
