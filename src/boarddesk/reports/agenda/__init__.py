"""The documents around an agenda: itself, the chair’s brief, what is planned ahead, what goes to another board."""
