"""To whom boards answer: their reporting lines, as they stand on a day."""
