"""Risks and issues: the matrix that scores them, their history, what does not add up, where they go."""
