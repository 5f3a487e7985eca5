"""The documents about risks: the register with its heat map and its workbook, and one page a risk."""
