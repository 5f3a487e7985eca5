"""BoardDesk: the desk of a SEND improvement board's secretary."""

__version__ = "1.8.0"
