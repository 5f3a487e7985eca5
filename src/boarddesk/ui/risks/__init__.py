"""The page Risks: register and heat map, issues, what was sent to a board above, the review of risks."""
