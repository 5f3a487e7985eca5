"""The benches of the window can be run: each once, over a few registers and the sample as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.bench import bench_attendance, bench_window
from tests.bench.__main__ import Bench, benches
from tests.bench.ratio import milliseconds

from boarddesk.sample.office import make_sample


@pytest.mark.parametrize(
    "each",
    [*benches(["bench_window"]), *benches(["to_the_screen"])],
    ids=lambda each: each.__name__,
)
def test_each_gives_its_ratios(each: Bench, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    def one_year(path: Path, *, years: int = 1) -> Path:
        return make_sample(path)

    monkeypatch.setattr(bench_window, "make_sample", one_year)
    monkeypatch.setattr("boarddesk.ui.application.keep_out_of_the_way", lambda: None)
    for name, few in (("BOARDS", 1), ("YEARS", 2), ("SEATS", 5)):
        monkeypatch.setattr(bench_attendance, name, few)
    monkeypatch.setitem(milliseconds.__kwdefaults__, "repeats", 1)
    ratios = list(each())
    assert ratios and all(ratio.ours > 0 and ratio.floor > 0 for ratio in ratios)
