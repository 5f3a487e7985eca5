"""What the office holds, subject by subject, as a table or as JSON."""
