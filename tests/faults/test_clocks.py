"""A clock that is wrong, goes back or changes its hour: nothing is lost, and work keeps its order."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.long_runs import many

from boarddesk.records.file.backups import back_up, backups_of, contents, newest_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.verifying import verify

LONDON = ZoneInfo("Europe/London")
START = datetime(2026, 3, 28, 9, tzinfo=UTC)
WRONG = (timedelta(days=5 * 365), timedelta(days=-5 * 365), timedelta(hours=1), timedelta(hours=-1))
IN_SPRING = datetime(2026, 3, 29, 0, 59, 50, tzinfo=UTC)
IN_AUTUMN = datetime(2026, 10, 25, 0, 59, 50, tzinfo=UTC)


class UnsteadyClock:
    """Tells the time it was set to, and a little more each time it is asked."""

    def __init__(self, moment: datetime, *, step: timedelta = timedelta(seconds=7)) -> None:
        self.moment = moment
        self._step = step

    def __call__(self) -> datetime:
        self.moment += self._step
        return self.moment


def names(file: OfficeFile) -> list[str]:
    return [row["name"] for row in file.rows("SELECT name FROM person ORDER BY name")]


def add(file: OfficeFile, name: str) -> None:
    with file.change(f"Add {name}") as change:
        change.insert("person", name=name)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.boarddesk"


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if sys.platform == "win32":
        pytest.skip("the zone of a process cannot be changed there")
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def work(path: Path, *, seed: int, changes: int) -> None:
    """Changes, undo, redo and backups while the clock jumps; at each step all is as it must be."""
    chance = random.Random(seed)
    clock = UnsteadyClock(START)
    stood: list[list[str]] = []
    with OfficeFile.create(path, clock=clock) as file:
        for number in range(changes):
            if chance.random() < 0.4:
                clock.moment += chance.choice(WRONG)
            add(file, f"Person {number:03}")
            stood.append(names(file))
            if chance.random() < 0.3:
                assert file.undo() == f"Add Person {number:03}"
                assert names(file) == (stood[-2] if len(stood) > 1 else [])
                assert file.redo() == f"Add Person {number:03}"
            assert names(file) == stood[-1]
            with file.as_of(file.commit_number) as past:
                assert names(past) == stood[-1]
            if chance.random() < 0.2:
                made = back_up(path, at=clock())
                assert newest_of(path) == made
                assert contents(made).counts["people"] == len(stood[-1])
        numbers = [entry.number for entry in file.log(10_000)]
        assert numbers == sorted(numbers, reverse=True)
        assert len(file.history("person")) >= changes
        kept = backups_of(file.file_id)
    assert [each.commit_number for each in kept] == sorted(
        (each.commit_number for each in kept), reverse=True
    )
    assert verify(path) == []
    with OfficeFile.open(path, clock=lambda: START - timedelta(days=5 * 365)) as again:
        assert names(again) == stood[-1]
        assert again.notice == ""
        add(again, "Zola")
        assert again.undo() == "Add Zola"


def test_a_clock_five_years_wrong_loses_and_reorders_nothing(path: Path) -> None:
    work(path, seed=3, changes=25)


def test_an_order_taken_from_the_clock_would_be_wrong(path: Path) -> None:
    """The control: by their moments the same changes stand in another order than they were made."""
    clock = UnsteadyClock(START)
    with OfficeFile.create(path, clock=clock) as file:
        add(file, "Ada")
        clock.moment -= timedelta(days=5 * 365)
        add(file, "Ben")
        by_number = [entry.label for entry in file.log()]
        by_moment = [entry.label for entry in sorted(file.log(), key=lambda entry: entry.when, reverse=True)]
    assert by_number[:2] == ["Add Ben", "Add Ada"]
    assert by_moment != by_number


@pytest.mark.usefixtures("in_london")
@pytest.mark.parametrize("change", [IN_SPRING, IN_AUTUMN], ids=["spring", "autumn"])
def test_the_hour_that_is_skipped_or_comes_twice_keeps_its_order(path: Path, change: datetime) -> None:
    clock = UnsteadyClock(change, step=timedelta(minutes=20))
    moments: list[datetime] = []
    with OfficeFile.create(path, clock=clock) as file:
        for number in range(6):
            moments.append(clock.moment)
            add(file, f"Person {number}")
        for number, moment in enumerate(moments):
            local = moment.astimezone(LONDON)
            with file.as_of(local) as past:
                assert len(names(past)) == number, f"{local} ({local.fold})"
        assert [file.undo() for _ in range(6)] == [f"Add Person {number}" for number in reversed(range(6))]
    assert verify(path) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(many(40)))
def test_many_wrong_clocks(path: Path, seed: int) -> None:
    work(path, seed=seed, changes=100)
