"""The six areas of the sample plan, each told from its start to today."""
