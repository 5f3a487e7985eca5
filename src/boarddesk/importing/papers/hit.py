"""Something found in a paper, with what takes it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boarddesk.rules.papers.finding import PaperTrace


@dataclass(frozen=True)
class Hit:
    """A trace and how a clean copy gets rid of it."""

    trace: PaperTrace
    remove: Callable[[], None]
