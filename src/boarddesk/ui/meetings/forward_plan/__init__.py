"""The forward plan of the boards: what is wanted of the meetings to come, month by month."""
