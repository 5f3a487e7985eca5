"""An office of a synced folder is worked on locally; what is published there is whole and never written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boarddesk.records.file import snapshots
from boarddesk.records.file.backups import back_up
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import OnlyReadable
from boarddesk.records.file.snapshots import published_copy
from boarddesk.records.working_copy import put_by, work_locally, work_there_again
from boarddesk.rules.refused import FileProblem, Refused


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive - Northmoor"
    folder.mkdir()
    path = folder / "Northmoor.boarddesk"
    with OfficeFile.create(path, office="Northmoor") as file:
        add(file, "Tom")
    return path


@pytest.fixture
def local(home: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    """The office, worked on in a folder of its own from now on."""
    (tmp_path / "Own").mkdir()
    with OfficeFile.open(home, who="Kezia Marlow") as file:
        path = work_locally(file, tmp_path / "Own")
    with OfficeFile.open(path, who="Kezia Marlow") as file:
        yield file


def add(file: OfficeFile, name: str) -> None:
    with file.change(f"Add {name}") as change:
        change.insert("person", name=name)


def names(path: Path) -> list[str]:
    with OfficeFile.open(path, read_only=True) as file:
        return [str(row["name"]) for row in file.rows("SELECT name FROM person ORDER BY name")]


def path_of(file: OfficeFile) -> Path:
    assert file.path is not None
    return file.path


def test_the_office_is_the_same_in_its_new_place(local: OfficeFile, home: Path, tmp_path: Path) -> None:
    assert path_of(local) == tmp_path / "Own" / "Northmoor.boarddesk"
    assert names(home) == ["Tom"]
    assert local.notice == ""


def test_the_published_copy_says_where_the_office_is_and_is_read_only(local: OfficeFile, home: Path) -> None:
    with pytest.raises(OnlyReadable) as problem:
        OfficeFile.open(home)
    said = problem.value.sentence
    assert "Kezia Marlow works on at" in said and str(path_of(local)) in said
    assert names(home) == ["Tom"]


@pytest.mark.parametrize(
    "sign",
    [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 4000, b'{"since": "not a day"}', b'{"since": 5, "who": {}}'],
)
def test_a_sign_that_cannot_be_read_is_said_calmly_and_the_copy_stays_read_only(
    local: OfficeFile, home: Path, sign: bytes
) -> None:
    assert local.office
    home.with_name(f"{home.name}.published").write_bytes(sign)
    with pytest.raises(OnlyReadable, match="somebody works on elsewhere"):
        OfficeFile.open(home)
    assert names(home) == ["Tom"]


def test_what_a_sign_says_is_no_command_of_a_terminal(local: OfficeFile, home: Path) -> None:
    sign = home.with_name(f"{home.name}.published")
    sign.write_text(sign.read_text().replace("Kezia Marlow", "Kezia\\u001b[2J\\u202eMarlow"))
    assert local.office
    with pytest.raises(OnlyReadable) as problem:
        OfficeFile.open(home)
    assert "Kezia[2JMarlow works on at" in problem.value.sentence


def test_another_office_that_came_into_its_place_is_written_as_any(local: OfficeFile, home: Path) -> None:
    assert local.office
    other = home.with_name("other.boarddesk")
    OfficeFile.create(other, office="Southmoor").close()
    other.replace(home)
    with OfficeFile.open(home) as file:
        add(file, "Bo")


def test_what_is_backed_up_is_published_whole(local: OfficeFile, home: Path) -> None:
    add(local, "Ash")
    assert names(home) == ["Tom"]
    back_up(path_of(local))
    assert names(home) == ["Ash", "Tom"]
    assert faults(home) == []
    assert {left.name for left in home.parent.iterdir()} == {home.name, f"{home.name}.published"}


def test_a_folder_that_is_away_stops_nobody_and_is_caught_up_with(
    local: OfficeFile, home: Path, tmp_path: Path
) -> None:
    away = home.parent.rename(tmp_path / "away")
    add(local, "Ash")
    back_up(path_of(local))
    copy = published_copy(local.file_id)
    assert copy is not None and copy.trouble == "Its folder is not there just now."
    away.rename(home.parent)
    back_up(path_of(local))  # nothing changed since, and what was missed is published all the same
    copy = published_copy(local.file_id)
    assert copy is not None and copy.trouble == ""
    assert names(home) == ["Ash", "Tom"]


def test_a_copy_somebody_wrote_into_is_never_replaced(local: OfficeFile, home: Path) -> None:
    aside = home.with_name("x.boarddesk")
    shutil.copy(home, aside)
    with OfficeFile.open(aside) as other:
        add(other, "Bo")  # as many changes as there are here
    aside.replace(home)
    add(local, "Ash")
    back_up(path_of(local))
    copy = published_copy(local.file_id)
    assert copy is not None and copy.trouble == snapshots.WRITTEN
    assert names(home) == ["Bo", "Tom"]


def test_half_a_copy_is_never_published(
    local: OfficeFile, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(_source: Path, draft: Path) -> None:
        draft.write_bytes(b"SQLite format 3\0half")
        raise OSError(28, "No space left on device")

    add(local, "Ash")
    monkeypatch.setattr(shutil, "copyfile", half)
    back_up(path_of(local))
    assert names(home) == ["Tom"]
    copy = published_copy(local.file_id)
    assert copy is not None and "disk is full" in copy.trouble


def test_going_back_publishes_the_last_change_and_keeps_the_local_file_under_another_name(
    local: OfficeFile, home: Path
) -> None:
    add(local, "Ash")
    assert work_there_again(local) == home
    path, file_id = path_of(local), local.file_id
    local.close()
    put_by(path, at=datetime(2026, 5, 28, 12, tzinfo=UTC))
    assert [left.name for left in path.parent.iterdir()] == ["Northmoor, until 28 May 2026.boarddesk"]
    with OfficeFile.open(home) as again:
        add(again, "Bo")
    assert names(home) == ["Ash", "Bo", "Tom"]
    assert published_copy(file_id) is None


def test_nobody_goes_back_while_changes_are_not_published(
    local: OfficeFile, home: Path, tmp_path: Path
) -> None:
    add(local, "Ash")
    home.parent.rename(tmp_path / "away")
    with pytest.raises(FileProblem, match="not in the published copy yet"):
        work_there_again(local)
    assert published_copy(local.file_id) is not None


def test_another_synced_folder_is_no_local_one(home: Path, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    with OfficeFile.open(home) as file, pytest.raises(Refused, match="on this computer alone"):
        work_locally(file, tmp_path / "Dropbox")
    with OfficeFile.open(home) as file:
        add(file, "Ash")


def test_an_office_that_stands_there_is_not_touched(home: Path, tmp_path: Path) -> None:
    (tmp_path / "Own").mkdir()
    taken = tmp_path / "Own" / home.name
    taken.write_bytes(b"another")
    with OfficeFile.open(home) as file, pytest.raises(FileProblem, match="already"):
        work_locally(file, tmp_path / "Own")
    assert taken.read_bytes() == b"another"
    with OfficeFile.open(home) as file:
        add(file, "Ash")


def test_a_copy_of_the_published_file_elsewhere_can_be_written(local: OfficeFile, home: Path) -> None:
    rescued = Path(shutil.copy(home, home.parent.parent / "rescued.boarddesk"))
    with OfficeFile.open(rescued) as file:
        add(file, "Bo")
    assert names(rescued) == ["Bo", "Tom"]
