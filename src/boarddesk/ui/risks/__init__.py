"""The Risks page: the register beside its heat map, issues, what was sent to a board above."""
