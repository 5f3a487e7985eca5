"""The forms of the Risks page."""
