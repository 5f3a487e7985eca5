"""Two programs at one file: the database's locks hold, and nothing of ours lets go of them by accident."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boarddesk.records.file.backups import back_up
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import LockedByAnother

SRC = Path(__file__).parents[2] / "src"

OTHER_WRITER = """
import sys
from pathlib import Path
from boarddesk.records.file.driver import Error, connect
connection = connect(Path(sys.argv[1]))
connection.execute("PRAGMA busy_timeout = 50")
try:
    connection.execute("BEGIN IMMEDIATE")
    print("writes")
except Error:
    print("waits")
"""

OTHER_WINDOW = """
import sys
from pathlib import Path
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem
try:
    OfficeFile.open(Path(sys.argv[1]))
    print("opens")
except FileProblem as problem:
    print(type(problem).__name__)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.boarddesk"


@pytest.fixture
def file(path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(path, who="Ash") as made:
        yield made


def another_program(script: str, path: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


def look_at_it(path: Path) -> None:
    OfficeFile.open(path, read_only=True).close()


def be_refused(path: Path) -> None:
    with pytest.raises(LockedByAnother):
        OfficeFile.open(path)


@pytest.mark.parametrize("meanwhile", [back_up, faults, look_at_it, be_refused])
def test_nothing_done_beside_a_change_lets_another_program_write(
    file: OfficeFile, path: Path, meanwhile: Callable[[Path], object]
) -> None:
    with file.change("Add") as change:
        change.insert("person", name="Robin")
        meanwhile(path)
        assert another_program(OTHER_WRITER, path) == "waits"


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX drops locks so")
def test_opening_and_closing_the_file_by_hand_would_let_it(file: OfficeFile, path: Path) -> None:
    """The control: what every look at the file must avoid."""
    with file.change("Nothing"):
        assert another_program(OTHER_WRITER, path) == "waits"
        path.read_bytes()
        assert another_program(OTHER_WRITER, path) == "writes"


def test_another_window_is_told_that_the_office_is_open(file: OfficeFile, path: Path) -> None:
    assert another_program(OTHER_WINDOW, path) == "LockedByAnother"


def test_when_the_first_is_closed_the_other_opens(file: OfficeFile, path: Path) -> None:
    file.close()
    assert another_program(OTHER_WINDOW, path) == "opens"
