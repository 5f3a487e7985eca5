"""What a document's tables are read as, decided in a process of its own."""
