"""How long the office keeps what, and what is erased for good."""
