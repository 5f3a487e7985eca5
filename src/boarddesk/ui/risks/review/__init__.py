"""Review mode: one risk after the other, the longest unreviewed first, scored by keyboard."""
