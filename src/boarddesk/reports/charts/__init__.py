"""Charts for documents: drawn at the size they are placed, with the same pixels every time."""
