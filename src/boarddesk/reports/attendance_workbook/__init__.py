"""The workbook of registers, with figures that work themselves out."""
