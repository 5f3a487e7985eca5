"""Registers decided: rolls and marks, the quorum, parts of a meeting, lists from calls."""
