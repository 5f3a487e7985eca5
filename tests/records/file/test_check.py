"""Damage is said only of damage: what else keeps a file from being looked through is said as just that."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest

from boarddesk.records.file import check
from boarddesk.records.file.check import UNREADABLE, faults
from boarddesk.records.file.driver import Connection, OperationalError, connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import DamagedFile
from boarddesk.records.verifying import damage_behind, refuse_unsound, verify
from boarddesk.rules.refused import FileProblem


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path, office="Northmoor").close()
    return path


def said_of(path: Path) -> str:
    """The sentence verify ends with; it is of no damage, and nobody is told to restore."""
    with pytest.raises(FileProblem) as told:
        verify(path)
    assert not isinstance(told.value, DamagedFile)
    assert "amaged" not in told.value.sentence and "estore" not in told.value.sentence
    assert damage_behind(path) is None
    return told.value.sentence


def at_once(path: Path, *, read_only: bool = False) -> Connection:
    connection = connect(path, read_only=read_only)
    connection.execute("PRAGMA busy_timeout = 0")
    return connection


def test_a_file_that_another_program_holds_is_not_damaged(path: Path) -> None:
    with closing(connect(path)) as other, patch.object(check, "connect", at_once):
        other.execute("BEGIN EXCLUSIVE")
        assert "Another program is using this office file" in said_of(path)
    assert verify(path) == []


def test_a_disk_that_fails_is_not_a_damaged_file(path: Path) -> None:
    failing = OperationalError("disk I/O error")
    failing.sqlite_errorcode = 10
    with patch.object(check, "connect", side_effect=failing):
        assert "The disk could not be read or written" in said_of(path)


def test_a_file_left_in_another_form_is_not_damaged(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert "left in another form by another program" in said_of(path)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes only there")
def test_a_name_that_is_no_text_is_a_name_like_any_other(path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(path.parent) + b"/office-\xff.boarddesk"))
    path.rename(odd)
    assert verify(odd) == faults(odd) == []
    with OfficeFile.open(odd) as file, file.change("Add a person") as change:
        change.insert("person", name="Ann Hale")
    assert verify(odd) == []


def test_a_file_whose_end_is_missing_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])
    assert "damaged" in verify(path)[0]


def test_a_file_is_looked_through_once_a_change(path: Path) -> None:
    looked = []
    look = check.faults_of_pages

    def counted(connection: Connection) -> list[str]:
        looked.append(1)
        return look(connection)

    with patch("boarddesk.records.verifying.faults_of_pages", counted):
        for _ in range(3):
            refuse_unsound(path)
        assert len(looked) == 1
        with OfficeFile.open(path) as file, file.change("Add a person") as change:
            change.insert("person", name="Ann Hale")
        refuse_unsound(path)
        assert len(looked) == 2
        os.utime(path, ns=(1, 1))  # written by somebody, whatever is the same about it
        refuse_unsound(path)
        assert len(looked) == 3


def test_a_check_of_long_ago_is_made_anew(path: Path) -> None:
    refuse_unsound(path)
    with (
        patch("boarddesk.records.verifying.STANDS_FOR", 0),
        patch("boarddesk.records.verifying.faults_of_pages", return_value=["The file is damaged: page 7."]),
        pytest.raises(DamagedFile, match="No figure and no document goes out"),
    ):
        refuse_unsound(path)


@pytest.mark.parametrize("mistake", [TypeError, AttributeError, KeyError, ZeroDivisionError, RecursionError])
def test_a_mistake_of_the_program_is_not_told_as_damage(path: Path, mistake: type[Exception]) -> None:
    with patch("boarddesk.records.verifying.signs_of_tampering", side_effect=mistake("ours")):
        with pytest.raises(mistake, match="ours"):
            verify(path)
        with pytest.raises(mistake, match="ours"):
            damage_behind(path)


def test_a_value_that_cannot_be_is_told_as_damage(path: Path) -> None:
    with patch("boarddesk.records.verifying.signs_of_tampering", side_effect=ValueError("no moment")):
        assert verify(path) == [UNREADABLE]
