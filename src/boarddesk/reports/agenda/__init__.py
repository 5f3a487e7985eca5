"""The documents around an agenda: what is planned ahead, what goes to another board."""
