"""Everything a page or document says, gathered from the office in one go."""
