"""How long the long runs are: one setting says how many times what is usual, and every number follows it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final, TypeVar

Each = TypeVar("Each")

ASKED: Final = float(os.environ.get("BOARDDESK_SOAK") or 0)
"""0 where nobody asked for long runs."""
_TIMES: Final = ASKED or 1


def many(usual: int) -> int:
    """So many tries, or as many times more or fewer as was asked for."""
    return max(1, round(usual * _TIMES))


def share(everything: Sequence[Each]) -> Sequence[Each]:
    """What is gone through case by case: all of it, or where less was asked for an even share."""
    return everything[:: max(1, round(1 / _TIMES))]
