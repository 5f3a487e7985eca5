"""The paper check: what papers hold that nobody should publish, and the clean copy without it."""
