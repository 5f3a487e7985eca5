"""The papers of a meeting: taken in, looked through, made clean, cleared, in the order of the agenda."""
