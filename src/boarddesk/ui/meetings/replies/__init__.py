"""Replies before the day, and the quorum they forecast."""
