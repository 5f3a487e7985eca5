"""Agendas decided: their items and numbers, the time each begins, their order, and what is carried forward."""
