"""Runs every `bench_*` function of this folder and prints its ratios; words after `--` choose by name."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.bench.ratio import Ratio

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
Bench = Callable[[], Iterable[Ratio]]


def benches(wanted: Sequence[str]) -> Iterator[Bench]:
    """Every function named bench_… in a module named bench_…, in the order of names."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        module = importlib.import_module(f"tests.bench.{path.stem}")
        for name in sorted(vars(module)):
            if name.startswith("bench_") and (
                not wanted or any(word in f"{path.stem} {name}" for word in wanted)
            ):
                yield getattr(module, name)


def main(wanted: Sequence[str]) -> int:
    slow = 0
    for bench in benches(wanted):
        for ratio in bench():
            print(ratio.line(), flush=True)
            slow += not ratio.holds
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
