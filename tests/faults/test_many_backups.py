"""Day after day of backups: thinned as promised, each that is kept restored to what it said it held."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.long_runs import many

from boarddesk.records.file.backups import Backup, back_up, backups_of, contents, restore
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.health.thinning import ALL_OF

MORNING = datetime(2026, 4, 1, 9, tzinfo=UTC)


def work_for(path: Path, days: int, *, a_day: int) -> tuple[str, dict[int, list[str]], datetime]:
    """Changes and a backup, so often a day; what the office held at each of them."""
    stood: dict[int, list[str]] = {}
    at = MORNING
    with OfficeFile.create(path, office="Northmoor", clock=lambda: at) as file:
        for day in range(days):
            for hour in range(a_day):
                at = MORNING + timedelta(days=day, hours=hour)
                with file.change(f"Add day {day}, hour {hour}") as change:
                    change.insert("organisation", name=f"{day:03} {hour}")
                stood[file.commit_number] = _names(file)
                back_up(path, at=at)
        return file.file_id, stood, at


def _names(file: OfficeFile) -> list[str]:
    return [row["name"] for row in file.rows("SELECT name FROM organisation ORDER BY name")]


def wrongly_restored(folder: Path, kept: list[Backup], stood: dict[int, list[str]]) -> list[Backup]:
    """Restores each to a new file and compares it with what stood when it was made."""
    wrong = []
    for number, backup in enumerate(kept):
        back = restore(backup, folder / f"{number}.boarddesk")
        said = contents(backup)
        with OfficeFile.open(back) as office:
            whole = _names(office) == stood[backup.commit_number] and office.file_id != backup.file_id
        if not whole or faults(back) or said.last_change not in _labels(stood, backup.commit_number):
            wrong.append(backup)
        back.unlink()
    return wrong


def _labels(stood: dict[int, list[str]], number: int) -> str:
    day, hour = max(stood[number]).split()
    return f"Add day {int(day)}, hour {hour}"


def check(folder: Path, *, days: int, a_day: int) -> None:
    file_id, stood, end = work_for(folder / "office.boarddesk", days, a_day=a_day)
    kept = backups_of(file_id)
    recent = [backup for backup in kept if end - backup.made_at <= ALL_OF]
    assert len(recent) == sum(
        end - (MORNING + timedelta(days=day, hours=hour)) <= ALL_OF
        for day in range(days)
        for hour in range(a_day)
    )
    older = [backup for backup in kept if backup not in recent]
    assert len({backup.made_at.date() for backup in older}) == len(older), "one a day at most"
    assert [backup.made_at.date() for backup in older[:12]] == [
        (older[0].made_at - timedelta(days=back)).date() for back in range(min(12, len(older)))
    ]
    assert wrongly_restored(folder, kept, stood) == []
    print(f"{days} days, {days * a_day} backups made, {len(kept)} kept, each restored")


def test_a_month_of_backups_each_restored(tmp_path: Path) -> None:
    check(tmp_path, days=30, a_day=1)


def test_a_backup_that_holds_something_else_would_be_found(tmp_path: Path) -> None:
    """The control: one backup's bytes in place of another's."""
    file_id, stood, _ = work_for(tmp_path / "office.boarddesk", 3, a_day=1)
    kept = backups_of(file_id)
    kept[0].path.write_bytes(kept[1].path.read_bytes())
    assert wrongly_restored(tmp_path, kept, stood) == [kept[0]]


@pytest.mark.soak
def test_four_hundred_days_of_backups_each_restored(tmp_path: Path) -> None:
    check(tmp_path, days=many(400), a_day=4)
