"""Names decided: who is meant by one, and what a pasted list of them says."""
