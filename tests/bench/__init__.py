"""Speeds, each as a ratio against the floor it could reach on the same machine in the same run."""
