"""Meetings decided: states and numbers, a year's dates and their clashes, rounds, calendar files, points."""
