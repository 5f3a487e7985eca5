"""The Today page: the month's steps, what waits for somebody, the next meeting, and how things stand."""
