"""Meetings decided: their states and numbers, their month's rhythm, their calendar file, their points."""
