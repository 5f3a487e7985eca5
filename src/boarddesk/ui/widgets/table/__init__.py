"""The one table: rows and columns as data, painting, editing, pinning, copying."""
