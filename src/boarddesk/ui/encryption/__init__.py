"""Encryption in the window: the key asked for, an office put under one, its recovery key saved."""
