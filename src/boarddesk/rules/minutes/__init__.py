"""How a meeting is minuted: blocks of text, rows in them, who was there, states, and what is withheld."""
