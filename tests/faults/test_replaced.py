"""The file replaced, moved or written by another program while it is open: nothing is written to it."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boarddesk.records.file.driver import connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import ChangedElsewhere

needs_renaming = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be renamed there")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.boarddesk"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy"


@pytest.fixture
def file(path: Path, copy: Path) -> Iterator[OfficeFile]:
    OfficeFile.create(path).close()
    shutil.copy(path, copy)
    with OfficeFile.open(path) as made:
        add(made, "Robin")
        yield made


def add(file: OfficeFile, name: str) -> None:
    with file.change(f"Add {name}") as change:
        change.insert("person", name=name)


def replaced(path: Path, copy: Path) -> None:
    copy.replace(path)


def overwritten(path: Path, copy: Path) -> None:
    with path.open("r+b") as there:
        there.write(copy.read_bytes())


def moved(path: Path, copy: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def deleted(path: Path, copy: Path) -> None:
    path.unlink()


def written(path: Path, copy: Path) -> None:
    other = connect(path)
    other.execute("UPDATE file_meta SET written_by = 'another program'")
    other.close()


def test_a_file_emptied_under_the_program_is_said_to_be_and_closed(file: OfficeFile, path: Path) -> None:
    os.truncate(path, 0)
    for read in (lambda: file.rows("SELECT name FROM person"), lambda: file.commit_number, file.undo):
        with pytest.raises(ChangedElsewhere, match="emptied by another program"):
            read()
    with pytest.raises(ChangedElsewhere, match="emptied by another program"):
        add(file, "Rowan")
    file.close()
    assert path.read_bytes() == b""
    assert [child.name for child in path.parent.iterdir() if child.name.startswith("office")] == [path.name]


@needs_renaming
@pytest.mark.parametrize("happens", [replaced, overwritten, moved, deleted, written])
def test_the_next_write_is_refused_and_touches_nothing(
    file: OfficeFile, path: Path, copy: Path, happens: Callable[[Path, Path], None]
) -> None:
    happens(path, copy)
    before = {child.name: child.read_bytes() for child in path.parent.iterdir() if "lock" not in child.name}
    for _ in range(2):
        with pytest.raises(ChangedElsewhere, match="Nothing was written"):
            add(file, "Rowan")
        with pytest.raises(ChangedElsewhere):
            file.undo()
    after = {child.name: child.read_bytes() for child in path.parent.iterdir() if "lock" not in child.name}
    assert after == before


@needs_renaming
def test_without_the_question_a_save_would_be_lost(file: OfficeFile, path: Path, copy: Path) -> None:
    """The control: a database that holds its lock writes happily into a file nobody can find any more."""
    file.close()
    holding = connect(path)
    holding.execute("PRAGMA locking_mode = EXCLUSIVE")
    holding.execute("UPDATE file_meta SET written_by = 'Ash'")
    replaced(path, copy)
    holding.execute("UPDATE file_meta SET written_by = 'Rowan'")
    holding.close()
    with OfficeFile.open(path, read_only=True) as found:
        assert found.value("SELECT written_by FROM file_meta") == ""


@needs_renaming
def test_a_file_put_back_can_be_written_again(file: OfficeFile, path: Path) -> None:
    elsewhere = path.rename(path.with_name("elsewhere"))
    with pytest.raises(ChangedElsewhere):
        add(file, "Rowan")
    elsewhere.rename(path)
    add(file, "Rowan")
    assert file.value("SELECT count(*) FROM person") == 2


@needs_renaming
def test_a_file_replaced_at_any_of_many_moments_keeps_what_it_holds(tmp_path: Path) -> None:
    chance = random.Random(1)
    for number in range(20):
        path, copy = tmp_path / f"{number}.boarddesk", tmp_path / f"{number}.copy"
        OfficeFile.create(path).close()
        shutil.copy(path, copy)
        before = copy.read_bytes()
        with OfficeFile.open(path) as file:
            for step in range(chance.randint(1, 6)):
                add(file, f"{step}")
            replaced(path, copy)
            with pytest.raises(ChangedElsewhere):
                add(file, "late")
        assert path.read_bytes() == before
