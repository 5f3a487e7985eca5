"""Registers of risks that are brought in: what is found, the matrix of their scores, what they change."""
