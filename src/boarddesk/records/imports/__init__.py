"""Documents into the office: proposed against what is there, and what is accepted applied as one change."""
