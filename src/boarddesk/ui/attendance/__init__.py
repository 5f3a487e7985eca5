"""The Attendance page: the register as a matrix, the three figures, and why."""
