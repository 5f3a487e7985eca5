"""Backups: verified, thinned as they age, told apart by what they hold, restored to a new file only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.records.file import backups, whole
from boarddesk.records.file.backups import (
    Backup,
    back_up,
    backups_of,
    contents,
    due,
    kept,
    known_files,
    newest_of,
    restore,
    restore_in_place,
)
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import OperationalError
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import DamagedFile
from boarddesk.records.file.second_place import choose_second_place
from boarddesk.rules.refused import FileProblem

MORNING = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor") as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def path_of(file: OfficeFile) -> Path:
    assert file.path is not None
    return file.path


def add(file: OfficeFile, name: str) -> None:
    with file.change(f"Add {name}") as change:
        change.insert("person", name=name)


def test_a_backup_lies_in_the_persons_data_folder_and_is_whole(file: OfficeFile, own_folders: Path) -> None:
    made = back_up(path_of(file))
    assert own_folders in made.path.parents
    assert faults(made.path) == []
    assert known_files() == [file.file_id]


def test_the_environment_may_name_another_folder(
    file: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDDESK_DATA", str(tmp_path / "elsewhere"))
    assert tmp_path / "elsewhere" in back_up(path_of(file)).path.parents


def test_an_unchanged_office_is_not_backed_up_twice(file: OfficeFile, folder: Path) -> None:
    assert back_up(path_of(file), folder).path == back_up(path_of(file), folder).path
    assert len(backups_of(file.file_id, folder)) == 1


def test_a_backup_with_a_reason_is_always_made(file: OfficeFile, folder: Path) -> None:
    back_up(path_of(file), folder)
    assert (
        back_up(path_of(file), folder, reason="before the import of plan/2026").reason
        == "before the import of plan2026"
    )
    assert backups_of(file.file_id, folder)[0].reason == "before the import of plan2026"


def test_a_backup_says_what_it_holds(file: OfficeFile, folder: Path) -> None:
    add(file, "Robin")
    held = contents(back_up(path_of(file), folder))
    assert (held.office, held.last_change, held.counts["people"]) == ("Northmoor", "Add Robin", 1)
    assert "after “Add Robin”" in held.sentence


def test_the_newest_is_the_one_with_most_changes_whatever_the_clock_said(
    file: OfficeFile, folder: Path
) -> None:
    back_up(path_of(file), folder, at=MORNING + timedelta(days=5 * 365))
    add(file, "Robin")
    newest = back_up(path_of(file), folder, at=MORNING)
    assert backups_of(file.file_id, folder)[0] == newest


def test_a_backup_is_due_a_quarter_of_an_hour_after_the_last(file: OfficeFile, folder: Path) -> None:
    assert due(file, folder, at=MORNING)
    back_up(path_of(file), folder, at=MORNING)
    assert not due(file, folder, at=MORNING + timedelta(hours=9))
    add(file, "Robin")
    assert not due(file, folder, at=MORNING + timedelta(minutes=14))
    assert due(file, folder, at=MORNING + timedelta(minutes=15))
    assert due(file, folder, at=MORNING - timedelta(days=365))


def test_a_backup_that_is_not_whole_is_never_kept(file: OfficeFile, folder: Path) -> None:
    with patch.object(backups, "faults_in", return_value=["a page"]), pytest.raises(FileProblem):
        back_up(path_of(file), folder)
    assert backups_of(file.file_id, folder) == []
    assert list((folder / file.file_id).iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_calmly(file: OfficeFile, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(FileProblem, match="could not be written"):
        back_up(path_of(file), tmp_path / "taken")


def test_a_restored_office_is_a_file_of_its_own_and_holds_what_it_held(
    file: OfficeFile, folder: Path, tmp_path: Path
) -> None:
    add(file, "Robin")
    made = back_up(path_of(file), folder, at=MORNING)
    add(file, "Rowan")
    with OfficeFile.open(restore(made, tmp_path / "restored.boarddesk", who="Ash")) as restored:
        assert [row["name"] for row in restored.rows("SELECT name FROM person")] == ["Robin"]
        assert restored.file_id != file.file_id
        assert restored.log()[0].label == "Restore the backup of 14 May 2026, 09:00"
        assert restored.undo_label is None
        assert restored.notice == ""
    assert faults(tmp_path / "restored.boarddesk") == []


def test_restoring_never_writes_over_a_file(file: OfficeFile, folder: Path) -> None:
    made = back_up(path_of(file), folder)
    assert file.path
    before = file.path.read_bytes()
    with pytest.raises(FileProblem, match="already"):
        restore(made, file.path)
    assert file.path.read_bytes() == before


def test_restoring_what_is_no_backup_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"nonsense" * 100)
    fake = Backup(tmp_path / "x", "", 0, MORNING, "")
    with pytest.raises(FileProblem):
        restore(fake, tmp_path / "restored.boarddesk")
    assert not (tmp_path / "restored.boarddesk").exists()


def test_a_damaged_backup_is_called_so_and_not_restored(
    file: OfficeFile, folder: Path, tmp_path: Path
) -> None:
    made = back_up(path_of(file), folder)
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    with pytest.raises(DamagedFile, match=r"The backup .* is damaged"):
        restore(made, tmp_path / "restored.boarddesk")
    assert not list(tmp_path.glob("*restored*")) and not list(tmp_path.glob("*.part*"))


def test_an_office_just_made_that_another_program_holds_is_not_called_damaged(
    file: OfficeFile, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: Path, **__: bool) -> None:
        error = OperationalError("unable to open database file")
        error.sqlite_errorcode = 14
        raise error

    made = back_up(path_of(file), folder)
    monkeypatch.setattr("boarddesk.records.file.whole.connect", held)
    with pytest.raises(FileProblem, match="another program may hold it") as said:
        restore(made, tmp_path / "restored.boarddesk")
    assert not isinstance(said.value, DamagedFile)


def test_a_journal_of_a_lost_office_spoils_no_office_restored_under_its_name(
    file: OfficeFile, folder: Path, tmp_path: Path
) -> None:
    made = back_up(path_of(file), folder)
    (tmp_path / "lost.boarddesk-journal").write_bytes(b"what was to be rolled back")
    with pytest.raises(FileProblem, match=r"lost\.boarddesk-journal"):
        restore(made, tmp_path / "lost.boarddesk")
    (tmp_path / "lost.boarddesk-journal").write_bytes(b"")
    assert restore(made, tmp_path / "lost.boarddesk").exists()


def test_an_old_backup_somebody_holds_open_keeps_no_new_one_from_being_made(
    file: OfficeFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def held(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".boarddesk":
            raise PermissionError(13, "in use")
        unlink(path, missing_ok=missing_ok)

    days = [MORNING + timedelta(days=day) for day in range(0, 120, 8)]
    with monkeypatch.context() as another_program:
        another_program.setattr(Path, "unlink", held)
        for day in days:
            add(file, f"Person {day.day}")
            assert back_up(path_of(file), folder, at=day).path.exists()
        assert len(backups_of(file.file_id, folder)) == len(days)
    add(file, "Robin")
    back_up(path_of(file), folder, at=days[-1])
    assert len(backups_of(file.file_id, folder)) < len(days)


@pytest.mark.skipif(sys.platform == "win32", reason="the driver itself says there that the disk is full")
def test_a_full_disk_is_called_so(
    file: OfficeFile, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(path_of(file), folder)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("boarddesk.disk.folders.os.fsync", full)
    for make in (
        lambda: back_up(path_of(file), folder, reason="asked for"),
        lambda: restore(made, tmp_path / "restored.boarddesk"),
        lambda: OfficeFile.create(tmp_path / "new.boarddesk"),
    ):
        with pytest.raises(FileProblem, match=r"[Tt]he disk is full"):
            make()
    assert not list(tmp_path.glob("*.part*")) and not list(folder.rglob("*.part*"))
    assert not list(tmp_path.glob("restored*")) and not list(tmp_path.glob("new*"))


def test_a_damaged_file_is_set_aside_and_never_deleted(file: OfficeFile, tmp_path: Path) -> None:
    made = back_up(path_of(file))
    file.close()
    for content in (b"first", b"second"):
        (tmp_path / "office.boarddesk").write_bytes(content)
        restore_in_place(made, tmp_path / "office.boarddesk", at=MORNING)
    left = sorted(tmp_path.glob("office.boarddesk.damaged-20260514T090000Z*"))
    assert {path.read_bytes() for path in left} == {b"first", b"second"}


def test_the_newest_backup_takes_the_place_of_a_damaged_file_which_is_kept(
    file: OfficeFile, tmp_path: Path
) -> None:
    path, journal = path_of(file), tmp_path / "office.boarddesk-journal"
    add(file, "Robin")
    back_up(path, at=MORNING)
    file.close()
    path.write_bytes(spoilt := path.read_bytes()[:3000])
    with pytest.raises(DamagedFile):
        OfficeFile.open(path)
    newest = newest_of(path)
    assert newest is not None
    journal.write_bytes(b"left by the program that broke off")
    aside = restore_in_place(newest, path, at=MORNING)
    assert aside.read_bytes() == spoilt
    assert aside.with_name(f"{aside.name}-journal").exists() and not journal.exists()
    with OfficeFile.open(path) as restored:
        assert [row["name"] for row in restored.rows("SELECT name FROM person")] == ["Robin"]


def test_a_damaged_file_stays_in_its_place_where_the_backup_cannot_be_written(
    file: OfficeFile, tmp_path: Path
) -> None:
    made = back_up(path_of(file))
    file.close()
    path_of(file).write_bytes(b"spoilt")
    journal = tmp_path / "office.boarddesk-journal"
    journal.write_bytes(b"left by the program that broke off")
    with patch.object(whole, "replace", side_effect=OSError(28, "full")), pytest.raises(FileProblem):
        restore_in_place(made, path_of(file))
    assert path_of(file).read_bytes() == b"spoilt"
    assert sorted(path.name for path in tmp_path.glob("*office*")) == ["office.boarddesk", journal.name]


def test_where_no_file_has_two_names_the_damaged_one_is_copied(file: OfficeFile, tmp_path: Path) -> None:
    made = back_up(path_of(file))
    file.close()
    path_of(file).write_bytes(b"spoilt")
    with patch("boarddesk.disk.drafts.link", side_effect=OSError(1, "no links")):
        aside = restore_in_place(made, path_of(file), at=MORNING)
    assert aside.read_bytes() == b"spoilt" and faults(path_of(file)) == []
    assert [path for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_nothing_is_set_aside_while_somebody_has_it_open(file: OfficeFile) -> None:
    made = back_up(path_of(file))
    before = path_of(file).read_bytes()
    with pytest.raises(FileProblem):
        restore_in_place(made, path_of(file))
    assert path_of(file).read_bytes() == before


def test_a_file_nobody_ever_had_open_here_has_no_backup(tmp_path: Path) -> None:
    (tmp_path / "other.boarddesk").write_bytes(b"spoilt")
    assert newest_of(tmp_path / "other.boarddesk") is None


def test_a_backup_can_be_made_while_the_office_is_written(file: OfficeFile, folder: Path) -> None:
    with file.change("Add") as change:
        change.insert("person", name="Robin")
        held = contents(back_up(path_of(file), folder))
    assert held.counts["people"] == 0


# Thinning ---------------------------------------------------------------------------------------------------


def numbered(moments: list[datetime]) -> list[Backup]:
    """Newest first, as they are listed."""
    made = [Backup(Path(f"{number}"), "", number, moment, "") for number, moment in enumerate(moments)]
    return made[::-1]


def test_four_hundred_days_of_backups_are_thinned_as_promised() -> None:
    listed: list[Backup] = []
    for quarter in range(400 * 24):
        at = MORNING + timedelta(hours=quarter)
        listed = [Backup(Path(f"{quarter}"), "", quarter, at, ""), *listed]
        keep = kept(listed, at=at)
        listed = [backup for backup in listed if backup in keep]
    end = listed[0].made_at
    recent = [backup for backup in listed if end - backup.made_at <= timedelta(hours=48)]
    older = [backup for backup in listed if end - backup.made_at > timedelta(hours=48)]
    assert len(recent) == 49
    assert len(days_of(older[:12])) == 12
    assert months_of(older) >= months_of_year_before(end)
    assert len(older) <= 12 + 10 + 12


def days_of(listed: list[Backup]) -> set[date]:
    return {backup.made_at.date() for backup in listed}


def months_of(listed: list[Backup]) -> set[tuple[int, int]]:
    return {(backup.made_at.year, backup.made_at.month) for backup in listed}


def months_of_year_before(end: datetime) -> set[tuple[int, int]]:
    return {
        (moment.year, moment.month) for moment in (end - timedelta(days=30 * back) for back in range(1, 11))
    }


@given(
    st.lists(st.integers(-5 * 365 * 24, 5 * 365 * 24), min_size=1, max_size=60), st.integers(-50000, 50000)
)
def test_whatever_the_clock_does_the_newest_is_kept_and_so_is_one_of_each_time(
    hours: list[int], now: int
) -> None:
    listed = numbered([MORNING + timedelta(hours=hour) for hour in hours])
    at = MORNING + timedelta(hours=now)
    keep = kept(listed, at=at)
    assert listed[0] in keep
    assert keep >= {backup for backup in listed if at - backup.made_at <= timedelta(hours=48)}
    assert len(days_of(list(keep))) >= min(len(days_of(listed)), 12)
    assert kept([backup for backup in listed if backup in keep], at=at) == keep


def test_thinning_deletes_only_what_is_not_kept(file: OfficeFile, folder: Path) -> None:
    for day in range(30):
        add(file, f"Person {day}")
        back_up(path_of(file), folder, at=MORNING + timedelta(days=day))
    left = backups_of(file.file_id, folder)
    assert [backup.made_at.day for backup in left[:3]] == [12, 11, 10]
    assert 14 < len(left) < 25
    assert all(faults(backup.path) == [] for backup in left[-3:])


def test_a_backup_named_before_offices_stood_in_the_name_is_still_known(
    file: OfficeFile, folder: Path
) -> None:
    made = back_up(path_of(file), folder, reason="asked for")
    older = made.path.rename(made.path.with_name(made.path.name.removeprefix("office ")))
    assert older.name.startswith("0")
    assert [(one.path, one.reason) for one in backups_of(file.file_id, folder)] == [(older, "asked for")]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no run bit there")
def test_no_copy_has_the_run_bit_though_the_office_has_it(file: OfficeFile, tmp_path: Path) -> None:
    path = path_of(file)
    path.chmod(0o777)
    (tmp_path / "stick").mkdir()
    choose_second_place(file.file_id, tmp_path / "stick")
    made = back_up(path)
    second = [copy.path for copy in backups_of(file.file_id, tmp_path / "stick")]
    restored = restore(made, tmp_path / "restored.boarddesk")
    for copy in (made.path, *second, restored, path.with_name(f"{path.name}.lock")):
        assert copy.stat().st_mode & 0o111 == 0, copy
    assert len(second) == 1
