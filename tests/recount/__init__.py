"""Documents of random offices, counted again by hand."""
