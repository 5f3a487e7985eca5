"""A document is on disk whole or not at all, and beside the old one when that is open in Word."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from boarddesk.disk.saving import MOST_NUMBERS, Delivery, save, save_beside, why_beside
from boarddesk.rules.refused import FileProblem


def test_the_bytes_are_there_and_nothing_beside_them(tmp_path: Path) -> None:
    path = save(tmp_path / "report.docx", b"new")
    assert path == tmp_path / "report.docx" and path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_one_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"old")
    assert save(tmp_path / "report.docx", b"new").read_bytes() == b"new"


def test_one_that_word_holds_open_is_left_and_the_new_one_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = tmp_path / "report.docx"
    held.write_bytes(b"old")
    replace = Path.replace

    def as_windows_does(draft: Path, target: Path) -> Path:
        if target == held:
            raise PermissionError(13, "in use")
        return replace(draft, target)

    monkeypatch.setattr(Path, "replace", as_windows_does)
    path = save(held, b"new")
    assert path == tmp_path / "report (2).docx" and path.read_bytes() == b"new"
    assert held.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report (2).docx", "report.docx"]


def test_a_folder_that_is_not_there_is_said_calmly(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="there is no folder"):
        save(tmp_path / "gone" / "report.docx", b"new")


def test_a_full_disk_leaves_the_old_one_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "report.docx"
    old.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("boarddesk.disk.saving.os.fsync", full)
    with pytest.raises(FileProblem, match="the disk is full"):
        save(old, b"new")
    assert old.read_bytes() == b"old" and list(tmp_path.iterdir()) == [old]


def test_a_folder_nobody_may_write_in_is_said_calmly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "denied")

    told = "Choose a folder you may write in"
    if os.name == "nt":  # which says no more of a file that is held than of one that may not be made
        told = "another program held .*, or you may not write there.* or choose a folder of your own"
    monkeypatch.setattr("boarddesk.disk.saving.os.open", refused)
    with pytest.raises(FileProblem, match=told):
        save(tmp_path / "report.docx", b"new")


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions there")
def test_others_on_a_share_may_read_what_is_saved(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        written = save(tmp_path / "report.docx", b"new")
    finally:
        os.umask(before)
    assert written.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("minutes.docx", "~$nutes.docx"),
        ("m.docx", "~$m.docx"),
        ("board-7.docx", ".~lock.board-7.docx#"),
        ("office.xlsx", "~$office.xlsx"),
    ],
)
def test_one_that_is_open_elsewhere_is_left_and_no_older_number_is_taken(
    name: str, owner: str, tmp_path: Path
) -> None:
    held, taken = tmp_path / name, (tmp_path / name).with_stem(f"{Path(name).stem} (2)")
    for path in (held, taken, tmp_path / owner):
        path.write_bytes(b"old")
    assert save(held, b"new") == held.with_stem(f"{held.stem} (3)")
    assert held.read_bytes() == taken.read_bytes() == b"old"


def test_a_name_too_long_for_the_disk_is_said_calmly(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="too long"):
        save(tmp_path / f"{'n' * 300}.docx", b"new")


def test_a_name_nobody_was_asked_about_replaces_no_file(tmp_path: Path) -> None:
    paths = [save_beside(tmp_path / "twin.html", str(number).encode()) for number in range(3)]
    assert [one.name for one in paths] == ["twin.html", "twin (2).html", "twin (3).html"]
    assert [one.read_bytes() for one in paths] == [b"0", b"1", b"2"]


def test_where_every_number_is_taken_another_name_is_asked_for(tmp_path: Path) -> None:
    for name in ("twin.html", *(f"twin ({number}).html" for number in range(2, MOST_NUMBERS))):
        (tmp_path / name).write_bytes(b"theirs")
    with pytest.raises(FileProblem, match="Choose another name"):
        save_beside(tmp_path / "twin.html", b"new")


class Held(PermissionError):
    """As Windows says it of a file that another program has open."""

    winerror = 32


def held(monkeypatch: pytest.MonkeyPatch, is_held: Callable[[Path, Path], bool]) -> list[float]:
    """Moving a file is refused where it is held; how long was waited."""
    waited: list[float] = []
    monkeypatch.setattr("boarddesk.disk.patience.time.sleep", waited.append)
    for of, name in ((Path, "replace"), (Path, "rename"), (os, "link")):
        move = getattr(of, name)

        def moved(source: Path, target: Path, move: Callable[[Path, Path], object] = move) -> object:
            if is_held(Path(source), Path(target)):
                raise Held(13, "in use")
            return move(source, target)

        monkeypatch.setattr(of, name, moved)
    return waited


def test_one_held_for_a_moment_is_waited_for_and_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.docx").write_bytes(b"old")
    waited = held(monkeypatch, lambda _draft, target: target.name == "report.docx" and sum(waited) < 0.3)
    assert save(tmp_path / "report.docx", b"new").read_bytes() == b"new"
    assert [child.name for child in tmp_path.iterdir()] == ["report.docx"]


def test_one_held_for_ever_is_left_and_why_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "report.docx"
    asked.write_bytes(b"old")
    held(monkeypatch, lambda _draft, target: target == asked)
    written = save(asked, b"new")
    assert (written.name, asked.read_bytes()) == ("report (2).docx", b"old")
    assert why_beside(written, asked) == "report.docx is open in another program"
    assert why_beside(tmp_path / "report, version 3.docx", asked) == ""


def test_where_what_was_just_written_is_held_no_name_helps_and_no_word_is_said_of_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.docx").write_bytes(b"old")
    tried = []

    def is_held(_draft: Path, target: Path) -> bool:
        tried.append(target)
        return True

    held(monkeypatch, is_held)
    with pytest.raises(FileProblem, match="another program held what was just written") as said:
        save(tmp_path / "report.docx", b"new")
    assert "Word" not in said.value.sentence
    assert len(set(tried)) == 2, "the name asked for and one more"
    assert (tmp_path / "report.docx").read_bytes() == b"old"


def test_documents_handed_over_together_all_come_or_none_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(monkeypatch, lambda draft, _target: draft.read_bytes() == b"minutes")
    with Delivery() as delivery:
        delivery.write(tmp_path / "minutes.docx", b"minutes")
        delivery.write(tmp_path / "minutes.html", b"twin", replaces=False)
        with pytest.raises(FileProblem):
            delivery.hand_over()
    assert list(tmp_path.iterdir()) == []
