"""Registers kept: rolls opened, marks taken, letters read."""
