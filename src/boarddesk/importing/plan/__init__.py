"""Plans read in: from the tables of a document to areas and actions with their places."""
