"""Attendance decided: who counts, the three figures, what may still be missed, and why."""
