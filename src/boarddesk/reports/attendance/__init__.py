"""Attendance printed: the report, the letter, the sign-in sheet."""
