"""Agendas kept: items, standing items, papers, and what earlier meetings left for the next."""
