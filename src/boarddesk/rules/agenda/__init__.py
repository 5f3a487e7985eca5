"""Agendas: their items, what comes forward, the papers, what was decided."""
