"""The parts pages are made of: the one table, chips, marks, bars and steppers."""
