"""The minutes of a meeting in the window: what is written under each item, and what stands beside it."""
