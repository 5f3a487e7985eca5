"""The year's dates: meetings planned in one go, the days kept free of them, and the round of each."""
