"""The import wizard: file, what was found, columns, proposals, one change."""
