"""The page of corrections: what returned copies propose, by item; accepted, refused, taken as one change."""
