"""Every bench can be run: each once, over a few rows, so that what it calls is still there."""

from __future__ import annotations

import pytest
from tests.bench import __main__ as bench
from tests.bench import bench_attendance, bench_minutes, bench_office_file, bench_pack, bench_plan
from tests.bench.ratio import Ratio, milliseconds

WITHOUT_A_WINDOW: list[bench.Bench] = [
    each
    for module in (bench_attendance, bench_minutes, bench_office_file, bench_pack, bench_plan)
    for name, each in vars(module).items()
    if name.startswith("bench_") and not name.endswith("to_the_screen")
]
"""Those of the window are run with its tests."""


@pytest.mark.parametrize("each", WITHOUT_A_WINDOW, ids=lambda each: each.__name__)
def test_each_gives_its_ratios(each: bench.Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_office_file, "ROWS", 20)
    monkeypatch.setattr(bench_office_file, "YEARS", 2)
    monkeypatch.setattr(bench_minutes, "PARAGRAPHS", 20)
    for name, few in (("BOARDS", 1), ("YEARS", 2), ("SEATS", 5)):
        monkeypatch.setattr(bench_attendance, name, few)
    for name, few in (("PAPERS", 2), ("PAGES", 3)):
        monkeypatch.setattr(bench_pack, name, few)
    for name, few in (("AREAS", 1), ("TABLES", 2), ("LONG", 40)):
        monkeypatch.setattr(bench_plan, name, few)
    once = {**(milliseconds.__kwdefaults__ or {}), "repeats": 1}
    monkeypatch.setattr(milliseconds, "__kwdefaults__", once)
    ratios = list(each())
    assert ratios and all(ratio.ours > 0 and ratio.floor > 0 for ratio in ratios)


def test_what_is_slower_than_allowed_is_said_and_ends_in_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def bench_two() -> list[Ratio]:
        return [Ratio("reading", 2.0, 1.0, allowed=2.0), Ratio("writing", 2.1, 1.0, allowed=2.0)]

    monkeypatch.setattr(bench, "benches", lambda wanted: [bench_two])
    assert bench.main([]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("ok   reading") and said[1].startswith("SLOW writing")
