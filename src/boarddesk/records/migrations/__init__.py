"""Steps that bring an older office file to the present shape."""
