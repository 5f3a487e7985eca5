"""How long the office keeps what, what is due, and what was erased for good."""
