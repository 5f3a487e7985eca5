"""Every backup is copied to a second place; one that is away, full or held stops nobody."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boarddesk.disk.folders import data_folder
from boarddesk.records.file import second_place as place
from boarddesk.records.file.backups import back_up, backups_everywhere, backups_of, carry_over, restore
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.second_place import choose_second_place, forget_second_place, second_place
from boarddesk.rules.refused import FileProblem, Refused

NOON = datetime(2026, 5, 28, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "Northmoor.boarddesk") as made:
        yield made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def change(file: OfficeFile, name: str) -> None:
    with file.change(f"Add {name}") as adding:
        adding.insert("person", name=name)


def path_of(file: OfficeFile) -> Path:
    assert file.path is not None
    return file.path


def test_without_a_second_place_backups_are_in_the_first_alone(file: OfficeFile) -> None:
    back_up(path_of(file))
    assert second_place(file.file_id) is None
    assert backups_everywhere(file.file_id) == backups_of(file.file_id)


def test_each_backup_is_copied_whole_and_counted(file: OfficeFile, stick: Path) -> None:
    choose_second_place(file.file_id, stick)
    for name in ("Tom", "Ash"):
        change(file, name)
        back_up(path_of(file))
    there = backups_of(file.file_id, stick)
    assert [backup.path.name for backup in there] == [backup.path.name for backup in backups_of(file.file_id)]
    assert all(faults(backup.path) == [] for backup in there)
    known = second_place(file.file_id)
    assert known is not None
    assert (known.kept, known.commit_number, known.trouble) == (2, file.commit_number, "")


def test_a_place_chosen_late_is_given_all_there_are(file: OfficeFile, stick: Path) -> None:
    for name in ("Tom", "Ash", "Bo"):
        change(file, name)
        back_up(path_of(file))
    choose_second_place(file.file_id, stick)
    carry_over(file.file_id)
    assert len(backups_of(file.file_id, stick)) == 3


def test_a_place_chosen_before_there_is_a_backup_waits_for_the_first(file: OfficeFile, stick: Path) -> None:
    choose_second_place(file.file_id, stick)
    carry_over(file.file_id)
    known = second_place(file.file_id)
    assert known is not None and (known.kept, known.last_at, known.trouble) == (0, None, "")
    back_up(path_of(file))
    known = second_place(file.file_id)
    assert known is not None and known.kept == 1


def test_a_stick_that_is_away_stops_nobody_and_is_filled_when_it_is_back(
    file: OfficeFile, stick: Path, tmp_path: Path
) -> None:
    choose_second_place(file.file_id, stick)
    back_up(path_of(file))
    away = stick.rename(tmp_path / "pocket")
    change(file, "Tom")
    made = back_up(path_of(file))
    known = second_place(file.file_id)
    assert made.path.is_file() and known is not None
    assert (known.trouble, known.kept) == ("It is not there just now.", 1)
    away.rename(stick)
    carry_over(file.file_id)
    known = second_place(file.file_id)
    assert known is not None and (known.trouble, known.kept) == ("", 2)


def test_a_share_that_does_not_answer_is_waited_for_only_a_moment(
    file: OfficeFile, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_second_place(file.file_id, stick)
    monkeypatch.setattr(place, "PATIENCE", 0.05)
    answer = Path.is_dir

    def slow(folder: Path) -> bool:
        if folder == stick:
            time.sleep(0.5)
        return answer(folder)

    monkeypatch.setattr(Path, "is_dir", slow)
    assert back_up(path_of(file)).path.is_file()
    known = second_place(file.file_id)
    assert known is not None and known.trouble == "It is not there just now."
    monkeypatch.undo()
    time.sleep(0.5)


def test_a_full_place_says_so_and_leaves_no_half_copy(
    file: OfficeFile, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_second_place(file.file_id, stick)

    def full(_source: Path, draft: Path) -> None:
        draft.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    back_up(path_of(file))
    known = second_place(file.file_id)
    assert known is not None and "disk is full" in known.trouble
    assert list((stick / file.file_id).iterdir()) == []


def test_a_copy_that_did_not_arrive_whole_is_not_kept(
    file: OfficeFile, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_second_place(file.file_id, stick)
    copied = shutil.copyfile

    def broken(source: Path, draft: Path) -> None:
        copied(source, draft)
        content = bytearray(draft.read_bytes())
        content[5000:9000] = b"\xff" * 4000
        draft.write_bytes(content)

    monkeypatch.setattr(shutil, "copyfile", broken)
    back_up(path_of(file))
    assert backups_of(file.file_id, stick) == []
    known = second_place(file.file_id)
    assert known is not None and known.trouble


def test_it_is_thinned_as_the_first_is(file: OfficeFile, stick: Path) -> None:
    choose_second_place(file.file_id, stick)
    for days in range(40, 0, -2):
        change(file, f"Person {days}")
        back_up(path_of(file), at=NOON - timedelta(days=days))
    first = [backup.path.name for backup in backups_of(file.file_id)]
    assert [backup.path.name for backup in backups_of(file.file_id, stick)] == first
    assert len(first) < 20


def test_a_backup_only_the_second_place_has_is_listed_once_and_restored(
    file: OfficeFile, stick: Path, tmp_path: Path
) -> None:
    choose_second_place(file.file_id, stick)
    change(file, "Tom")
    back_up(path_of(file))
    change(file, "Ash")
    back_up(path_of(file))
    shutil.rmtree(data_folder() / "backups")
    back_up(path_of(file), reason="asked for")
    listed = backups_everywhere(file.file_id)
    assert len(listed) == 3
    restored = restore(listed[-1], tmp_path / "restored.boarddesk")
    with OfficeFile.open(restored, read_only=True) as found:
        assert [row["name"] for row in found.rows("SELECT name FROM person")] == ["Tom"]


def test_the_folder_of_the_first_backups_is_no_second_place(file: OfficeFile, stick: Path) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    with pytest.raises(Refused, match="another disk"):
        choose_second_place(file.file_id, data_folder())
    with pytest.raises(FileProblem, match="Connect it"):
        choose_second_place(file.file_id, stick / "away")


def test_a_place_that_is_given_up_keeps_what_it_has(file: OfficeFile, stick: Path) -> None:
    choose_second_place(file.file_id, stick)
    back_up(path_of(file))
    forget_second_place(file.file_id)
    change(file, "Tom")
    back_up(path_of(file))
    assert second_place(file.file_id) is None
    assert len(backups_of(file.file_id, stick)) == 1
