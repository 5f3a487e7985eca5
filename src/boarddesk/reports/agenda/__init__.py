"""The documents around an agenda: itself, the brief, what is planned ahead, what goes to another board."""
