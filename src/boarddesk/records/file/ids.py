"""Ids of records: random, so that two copies of a file can grow apart and still be told apart."""

from __future__ import annotations

import os
from collections.abc import Callable

IdSource = Callable[[], str]


def random_id() -> str:
    """16 hex characters."""
    return os.urandom(8).hex()
