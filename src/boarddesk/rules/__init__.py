"""Rules decide: the field's rules as pure functions over plain data, without clock, disk or screen."""
