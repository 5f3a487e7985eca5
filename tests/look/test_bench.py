"""The benches of the window can be run: each once, over a few registers and the sample as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.bench import bench_attendance, bench_minutes, bench_start, bench_window
from tests.bench.__main__ import Bench, benches
from tests.bench.ratio import milliseconds

from boarddesk.sample.office import make_sample


@pytest.mark.parametrize(
    "each",
    [each for word in ("bench_window", "bench_start", "to_the_screen") for each in benches([word])],
    ids=lambda each: each.__name__,
)
def test_each_gives_its_ratios(each: Bench, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    def one_year(path: Path, *, years: int = 1) -> Path:
        return make_sample(path)

    monkeypatch.setattr(bench_window, "make_sample", one_year)
    monkeypatch.setattr(bench_start, "TURNS", 1)
    monkeypatch.setattr("boarddesk.ui.application.keep_out_of_the_way", lambda _window: None)
    monkeypatch.setattr(bench_minutes, "PARAGRAPHS", 20)
    for name, few in (("BOARDS", 1), ("YEARS", 2), ("SEATS", 5)):
        monkeypatch.setattr(bench_attendance, name, few)
    once = {**(milliseconds.__kwdefaults__ or {}), "repeats": 1}
    monkeypatch.setattr(milliseconds, "__kwdefaults__", once)
    ratios = list(each())
    assert ratios and all(ratio.ours > 0 and ratio.floor > 0 for ratio in ratios)


def test_words_choose_among_the_benches() -> None:
    assert [each.__name__ for each in benches(["one_change"])] == ["bench_one_change"]
