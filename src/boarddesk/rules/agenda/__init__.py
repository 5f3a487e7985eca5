"""Agendas decided: items and their numbers, when each begins, their order, and what is carried forward."""
