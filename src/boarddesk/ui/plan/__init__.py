"""The Plan page: tree, detail, judgements and history."""
