"""Reads the transcript of a meeting as Teams and Zoom save it."""
