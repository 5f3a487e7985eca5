"""Tables of Word, Excel and CSV files as plain grids of text, shading and spans."""
