"""The documents of the minutes: the copies of the minutes themselves, and the chair's update."""
