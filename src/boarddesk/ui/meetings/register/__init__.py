"""The register of a meeting: its rows, marks, deputies, guests, quorum and full screen."""
