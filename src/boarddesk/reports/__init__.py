"""Reports print: a pack becomes one document, written as Word, HTML or Excel."""
