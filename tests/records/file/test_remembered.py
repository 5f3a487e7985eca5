"""What this machine last saw of a file: an older copy, or one that grew apart, is noticed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boarddesk.disk.folders import data_folder
from boarddesk.records.file.office_file import OfficeFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path).close()
    return path


def add(path: Path, *names: str) -> None:
    with OfficeFile.open(path) as file:
        for name in names:
            with file.change(f"Add {name}") as change:
                change.insert("person", name=name)


def notice_of(path: Path) -> str:
    with OfficeFile.open(path) as file:
        return file.notice


def test_the_same_file_opened_again_is_nothing_to_mention(path: Path) -> None:
    add(path, "Robin")
    assert notice_of(path) == ""


def test_an_older_copy_is_so_many_changes_behind(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "copy.boarddesk")
    add(path, "Robin", "Rowan")
    assert "2 changes behind" in notice_of(tmp_path / "copy.boarddesk")
    assert "2 changes behind" in notice_of(tmp_path / "copy.boarddesk")
    assert notice_of(path) == ""


def test_a_copy_that_went_another_way_has_grown_apart(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.boarddesk"
    shutil.copy(path, copy)
    add(copy, "Sorrel", "Rowan")
    shutil.rmtree(data_folder())
    add(path, "Robin")
    assert "grown apart" in notice_of(copy)


def test_a_copy_that_is_worked_on_becomes_the_one_to_compare_with(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.boarddesk"
    shutil.copy(path, copy)
    add(path, "Robin", "Rowan")
    add(copy, "Sorrel")
    assert notice_of(copy) == ""


def test_work_done_on_another_machine_is_nothing_to_mention(path: Path) -> None:
    seen = next((data_folder() / "seen").iterdir()).read_text()
    add(path, "Robin")
    next((data_folder() / "seen").iterdir()).write_text(seen)
    assert notice_of(path) == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"commit_number": "x"}'])
def test_a_memory_that_cannot_be_read_is_no_memory(path: Path, text: str) -> None:
    next((data_folder() / "seen").iterdir()).write_text(text)
    assert notice_of(path) == ""


def test_a_data_folder_that_cannot_be_written_stops_nobody(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv("BOARDDESK_DATA", str(tmp_path / "taken"))
    add(path, "Robin")
    assert notice_of(path) == ""
