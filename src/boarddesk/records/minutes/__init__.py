"""Where minutes are kept: written, circulated, corrected, confirmed, published."""
