"""The Meetings page and a meeting opened as one workspace."""
