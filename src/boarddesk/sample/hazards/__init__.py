"""The sample's risks and issues, with their scores as they went up and down."""
