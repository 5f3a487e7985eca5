"""A speed held against its floor."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """What was measured: ours against the least that could do the job, and the ratio allowed."""

    name: str
    ours: float
    floor: float
    allowed: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def holds(self) -> bool:
        return self.ratio <= self.allowed

    def line(self) -> str:
        verdict = "ok  " if self.holds else "SLOW"
        return (
            f"{verdict} {self.name:58} {self.ours:9.2f} {self.unit} / {self.floor:9.2f} {self.unit}"
            f" = {self.ratio:6.2f}   (allowed {self.allowed:g})"
        )


def nothing() -> None:
    """What goes before each run where nothing has to."""


def milliseconds(
    job: Callable[[], object], *, repeats: int = 7, before: Callable[[], object] = nothing
) -> float:
    """The median of a few runs after one to warm up; what goes before each run is not counted."""
    _once(job, before)
    return statistics.median(_once(job, before) for _ in range(repeats))


def _once(job: Callable[[], object], before: Callable[[], object]) -> float:
    before()
    return once(job)


def once(job: Callable[[], object]) -> float:
    """Milliseconds of a single run."""
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000
