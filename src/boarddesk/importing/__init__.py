"""Importing reads in: a document becomes proposals a person can accept."""
