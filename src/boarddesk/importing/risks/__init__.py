"""Reads registers of risks: tables, cards, keys, matrices and logs of issues beside them."""
