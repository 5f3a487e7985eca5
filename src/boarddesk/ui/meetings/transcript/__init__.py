"""The transcript of a meeting under the text of its minutes."""
