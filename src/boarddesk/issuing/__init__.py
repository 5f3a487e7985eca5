"""From the office to a document: every kind there is, how it is prepared, and how it is issued or saved."""
