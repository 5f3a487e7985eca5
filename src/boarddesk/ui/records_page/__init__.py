"""A page of records: its lists as data, the record chosen beside them."""
