"""Word: python-docx writes the blocks on our own base document; the same document gives the same bytes."""
