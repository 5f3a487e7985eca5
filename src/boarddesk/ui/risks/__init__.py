"""The page Risks: register and heat map, one risk, the review of risks."""
