"""Attendance matrices read in: people and meetings, either way round, with every mark."""
