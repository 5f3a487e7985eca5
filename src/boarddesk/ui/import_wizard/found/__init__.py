"""What was found, in the order a person decides: tables, areas, statuses, the document's row beside them."""
