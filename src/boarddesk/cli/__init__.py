"""The command line: everything the window computes or prints, without it."""
