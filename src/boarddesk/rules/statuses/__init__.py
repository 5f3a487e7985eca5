"""Statuses decided: schemes as data, words and shades read as one of them."""
