"""The agenda of a meeting: its items in order, its length, the chosen item, what is carried forward."""
