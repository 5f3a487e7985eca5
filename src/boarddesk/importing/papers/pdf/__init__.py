"""What a PDF holds that nobody should publish, and how it is taken out of it."""
