"""What a command prints goes nowhere: the terminal is full or closed; the status tells what was written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile

SRC = Path(__file__).parents[2] / "src"
POSIX = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")

PROGRAM = "import sys; from boarddesk.__main__ import main; sys.exit(main())"
UNGUARDED = """
import sys
from boarddesk.cli import commands, terminal
def plainly(stream, text=""):
    if text:
        stream.write(text)
terminal.put = plainly
sys.exit(commands.run(sys.argv[1:]))
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    with OfficeFile.create(path, office="Northmoor") as file, file.change("Add people") as change:
        for number in range(300):
            change.insert("person", name=f"Person of the board {number}")
    return path


def ends(arguments: Sequence[object], redirected: str, *, program: str = PROGRAM) -> tuple[int, str]:
    """Its status and what it said to standard error, run by a shell with its places redirected so."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(
        ["sh", "-c", f'"$@" {redirected}', "sh", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        check=False,
    )
    return done.returncode, done.stderr


@POSIX
def test_a_list_that_could_not_be_printed_is_a_problem_in_one_line(office: Path) -> None:
    for command in (("list", "people", office, "--json"), ("--help",)):
        status, said = ends(command, "> /dev/full")
        assert (status, said.count("\n")) == (1, 1), said
        assert "could not be printed" in said


@POSIX
def test_what_was_made_is_made_whatever_became_of_the_words(office: Path, tmp_path: Path) -> None:
    status, said = ends(["new", tmp_path / "made.boarddesk"], "> /dev/full")
    assert (status, said.count("\n"), faults(tmp_path / "made.boarddesk")) == (0, 1, [])
    assert said.startswith("boarddesk: done;")
    status, said = ends(["restore", office, tmp_path / "missing" / "made.boarddesk"], "> /dev/full")
    assert (status, said.count("\n")) == (1, 1)
    assert "no folder" in said


@POSIX
@pytest.mark.parametrize("redirected", [">&-", "2>&-", ">&- 2>&- <&-", "2>/dev/full", "| head -1 >/dev/null"])
def test_where_nobody_listens_a_command_works_in_silence(
    redirected: str, office: Path, tmp_path: Path
) -> None:
    before = office.read_bytes()
    for command in (["list", "people", office], ["new", tmp_path / "made.boarddesk"]):
        assert ends(command, redirected) == (0, "")
    assert (office.read_bytes(), faults(tmp_path / "made.boarddesk")) == (before, [])
    if "|" not in redirected:
        assert ends(["list", "people", tmp_path / "none.boarddesk"], redirected)[0] == 1


@POSIX
def test_the_same_ends_in_noise_and_a_status_of_its_own_where_nothing_is_caught(office: Path) -> None:
    command = ("list", "people", office, "--json")
    full = ends(command, "> /dev/full", program=UNGUARDED)
    closed = ends(command, ">&-", program=UNGUARDED)
    assert full[0] not in (0, 1) or "Traceback" in full[1]
    assert "Traceback" in closed[1]
    print(f"without the safety: {full[0]} and {closed[0]}, each with a traceback or an ignored exception")


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_a_name_that_would_steer_the_terminal_is_shown_with_signs(office: Path) -> None:
    steering = office.with_name("min\x1b[2J\x9b\N{RIGHT-TO-LEFT OVERRIDE}utes.boarddesk")
    office.rename(steering)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "verify", str(steering)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        check=False,
    )
    said = (done.stdout + done.stderr).decode()
    assert "min�[2J��utes" in said
    assert not {"\x1b", "\x9b", "\N{RIGHT-TO-LEFT OVERRIDE}"} & set(said)
