"""The People page: seats in roll order, people, organisations, boards with their terms of reference."""
