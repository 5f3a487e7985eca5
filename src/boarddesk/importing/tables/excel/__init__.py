"""Workbooks read: their sheets, the styles of their cells, and what is remarked on them."""
