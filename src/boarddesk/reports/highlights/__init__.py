"""Highlight reports printed."""
