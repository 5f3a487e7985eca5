"""Keeps risks and issues: matrices, scores, controls, mitigations, and what was sent to a board above."""
