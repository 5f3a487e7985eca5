"""What is written under a name of its own first leaves nothing behind, sooner or later."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from boarddesk.disk.drafts import ABANDONED, draft_in, keep_under, left_in_temp, scratch_folder


def names(folder: Path) -> list[str]:
    return sorted(child.name for child in folder.iterdir())


def test_what_did_not_get_its_name_is_taken_away_with_what_lies_beside_it(tmp_path: Path) -> None:
    with draft_in(tmp_path) as draft:
        for name in (draft.name, f"{draft.name}-journal", f"{draft.name}.lock"):
            (tmp_path / name).write_text("half")
    assert names(tmp_path) == []


def test_what_a_program_that_broke_off_left_goes_the_next_time_and_nothing_else(tmp_path: Path) -> None:
    with draft_in(tmp_path) as draft:
        pass
    theirs = ("download.part", "0123456789abcdef.part", f"{draft.name}.bak")
    for name in (draft.name, f"{draft.name}-journal", *theirs):
        (tmp_path / name).write_text("left")
        os.utime(tmp_path / name, (time.time() - ABANDONED - 60,) * 2)
    with draft_in(tmp_path) as another:
        another.write_text("being written by a second window")
        with draft_in(tmp_path):
            assert names(tmp_path) == sorted([another.name, *theirs])


def test_one_that_was_held_when_it_was_to_go_goes_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stays(path: Path, **_: bool) -> None:
        raise PermissionError(13, "in use")

    with draft_in(tmp_path) as draft:
        draft.write_text("half")
        monkeypatch.setattr(Path, "unlink", stays)
    assert names(tmp_path) == [draft.name]
    monkeypatch.undo()
    with draft_in(tmp_path):
        pass
    assert names(tmp_path) == []


def test_a_scratch_folder_goes_with_what_is_in_it() -> None:
    with scratch_folder() as folder:
        (folder / "file").write_text("x")
    assert not folder.exists()


def test_what_a_program_that_broke_off_left_among_the_temporary_files_goes_a_day_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name in ("boarddesk-scratch-old", "boarddesk-scratch-new", "boarddesk-papers-old", "another-old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.pdf").write_text("restricted")
        if name.endswith("old"):
            os.utime(tmp_path / name, (time.time() - 25 * 60 * 60,) * 2)
    with scratch_folder():
        pass
    assert names(tmp_path) == ["another-old", "boarddesk-papers-old", "boarddesk-scratch-new"]
    assert [left.name for left in left_in_temp("boarddesk-papers-")] == ["boarddesk-papers-old"]


def test_a_file_kept_under_a_second_name_stays_when_another_takes_the_first(tmp_path: Path) -> None:
    first, second = tmp_path / "office", tmp_path / "office.damaged"
    first.write_bytes(b"old")
    keep_under(first, second)
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "new").replace(first)
    assert (first.read_bytes(), second.read_bytes()) == (b"new", b"old")
