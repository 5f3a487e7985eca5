"""Corrections to draft minutes: what returned copies propose, what clashes, and how the text then reads."""
