"""A file made immutable, and a folder that may not be written: what is said is true, and never of damage."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boarddesk.cli.commands import run
from boarddesk.records.file.backups import back_up, newest_of, restore, restore_in_place
from boarddesk.records.file.driver import connect
from boarddesk.records.file.encryption import put_under
from boarddesk.records.file.keys import new_key
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import DamagedFile, NotSaved, OnlyReadable
from boarddesk.records.people import add_person
from boarddesk.records.verifying import damage_behind, verify
from boarddesk.rules.refused import FileProblem

PROTECTED = "office.boarddesk is protected from writing. It can be opened to read only"
IN_ITS_FOLDER = "office.boarddesk is in a folder that cannot be written. It can be opened to read only"


@contextmanager
def immutable(place: Path) -> Iterator[None]:
    """Nothing in it can be changed, whoever asks, until the end."""
    if sys.platform != "linux":
        pytest.skip("files are made immutable in this way on Linux")
    try:
        made = subprocess.run(["chattr", "+i", str(place)], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("chattr, which makes a file immutable, is not here")
    if made.returncode:
        pytest.skip("a file may not be made immutable here: " + made.stderr.decode(errors="replace").strip())
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(place)], check=True)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    path = tmp_path / "kept" / "office.boarddesk"
    OfficeFile.create(path, office="Northmoor").close()
    back_up(path)
    return path


def refused(act: Callable[[], object]) -> str:
    """The sentence; it is of no damage, and the file is as good as it was."""
    with pytest.raises(FileProblem) as told:
        act()
    assert not isinstance(told.value, DamagedFile)
    assert "amaged" not in told.value.sentence
    return told.value.sentence


@pytest.mark.parametrize(("place", "says"), [("file", PROTECTED), ("folder", IN_ITS_FOLDER)])
def test_it_opens_to_read_only_and_the_window_is_told_why(office: Path, place: str, says: str) -> None:
    newest = newest_of(office)
    assert newest is not None
    with immutable(office if place == "file" else office.parent):
        with pytest.raises(OnlyReadable, match=says):  # whereupon the window offers to read
            OfficeFile.open(office)
        OfficeFile.open(office, read_only=True).close()
        assert verify(office) == [] and damage_behind(office) is None
        in_its_place = (lambda: restore_in_place(newest, office), lambda: put_under(office, new_key("a")))
        for act in in_its_place:
            stays = "is protected from writing, so nothing can take its place. It is as it was"
            assert (stays if place == "file" else says) in refused(act)
        if place == "folder":
            assert "Choose a folder of your own" in refused(
                lambda: restore(newest, office.with_name("new.boarddesk"))
            )
        back_up(office, reason="all the same")
    assert sorted(path.name for path in office.parent.iterdir()) == ["office.boarddesk"]
    OfficeFile.open(office).close()


@pytest.mark.parametrize(("place", "says"), [("file", PROTECTED), ("folder", IN_ITS_FOLDER)])
def test_the_command_line_reads_it_and_says_why_it_writes_nothing(
    office: Path, place: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with immutable(office if place == "file" else office.parent):
        for reads in (["verify"], ["list", "boards"], ["health"]):
            assert run([*reads, str(office)]) == 0
            told = capsys.readouterr()
            assert not told.err and "damaged" not in told.out
        out = ["--out", str(office.parent.parent / "governance.docx")]
        assert run(["report", "governance", str(office), *out, "--issue"]) == 1
        assert says in capsys.readouterr().err
        assert run(["report", "governance", str(office), *out]) == 0


def test_a_folder_that_can_no_longer_be_written_loses_no_change_in_silence(office: Path) -> None:
    with OfficeFile.open(office) as file:
        with immutable(office.parent):
            with pytest.raises(NotSaved, match=r"Nothing can be written beside office\.boarddesk any more"):
                add_person(file, "Ann Hale")
            assert file.rows("SELECT * FROM person") == [] and verify(office) == []
        add_person(file, "Ben Moor")
    assert verify(office) == []


def test_a_file_made_immutable_while_it_is_open_says_so(office: Path) -> None:
    _skip_where_an_open_file_goes_on(office.with_name("open"))
    with OfficeFile.open(office) as file, immutable(office):
        assert "cannot be written here" in refused(lambda: add_person(file, "Ann Hale"))
    OfficeFile.open(office).close()
    assert verify(office) == []


def _skip_where_an_open_file_goes_on(path: Path) -> None:
    """A disk in memory asks at opening alone whether a file may be changed."""
    with path.open("wb", buffering=0) as already, immutable(path):
        try:
            already.write(b"1")
        except OSError:
            return
    pytest.skip("here a file that is open already is written, immutable or not")


def test_a_file_left_in_the_middle_of_a_change_is_to_be_opened_once_to_write(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    writing = connect(office)
    writing.execute("PRAGMA cache_size = 1")  # pages are written before the end of the change
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("UPDATE file_meta SET writing = 9")
    for number in range(400):
        writing.execute("INSERT INTO person (id, name) VALUES (?, ?)", (f"{number:016x}", "n" * 3000))
    left, journal = office.read_bytes(), office.with_name("office.boarddesk-journal").read_bytes()
    writing.execute("ROLLBACK")
    writing.close()
    office.write_bytes(left)
    office.with_name("office.boarddesk-journal").write_bytes(journal)
    reading: tuple[Callable[[], object], ...] = (
        lambda: verify(office),
        lambda: OfficeFile.open(office, read_only=True),
        lambda: back_up(office),
    )
    for act in reading:
        assert "was left in the middle of a change by a program that stopped" in refused(act)
    assert run(["verify", str(office)]) == 1
    assert "Open it once to write" in capsys.readouterr().err
    OfficeFile.open(office).close()
    assert verify(office) == []
