"""An older file is backed up and migrated in one transaction, or left byte for byte as it was."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from tests.long_runs import ASKED

from boarddesk.records.file import migrations as route
from boarddesk.records.file import office_file as board_file
from boarddesk.records.file.backups import backups_of
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import Connection, OperationalError, connect
from boarddesk.records.file.header import SCHEMA_VERSION
from boarddesk.records.file.library import Database, Migrations
from boarddesk.records.file.migrations import bring_up_to_date
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem

NEXT = SCHEMA_VERSION + 1
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


def pets() -> dict[int, Migrations]:
    """A next version, where people have pets and phones are called telephones."""
    steps = Migrations("boarddesk")

    @steps(name="pets")
    def add_pets(database: Database) -> None:
        database.execute("ALTER TABLE person ADD COLUMN pet TEXT NOT NULL DEFAULT 'cat'")
        database.execute("ALTER TABLE person RENAME COLUMN phone TO telephone")

    @steps(name="toys")
    def add_toys(database: Database) -> None:
        database.execute(
            "CREATE TABLE toy (id TEXT PRIMARY KEY, person_id TEXT REFERENCES person(id)) STRICT"
        )
        database.execute("UPDATE person SET note = 'has a cat'")

    return {NEXT: steps}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    with OfficeFile.create(path, office="Northmoor") as file, file.change("Add Robin") as change:
        change.insert("person", id="00000000000000aa", name="Robin", phone="555")
    return path


def test_a_migrated_file_has_the_new_shape_and_goes_on_logging(path: Path) -> None:
    bring_up_to_date(path, at=NOON, steps=pets(), version=NEXT)
    with patch.object(board_file, "SCHEMA_VERSION", NEXT), OfficeFile.open(path) as file:
        assert file.row("SELECT pet, telephone, note FROM person") == {
            "pet": "cat",
            "telephone": "555",
            "note": "has a cat",
        }
        with file.change("Give a toy") as change:
            change.update("person", "00000000000000aa", pet="dog")
            change.insert("toy", person_id="00000000000000aa")
        file.undo()
        assert file.value("SELECT pet FROM person") == "cat"
        assert file.value("SELECT count(*) FROM toy") == 0
    assert faults(path) == []


def test_opening_an_older_file_migrates_it_after_a_backup(path: Path) -> None:
    with (
        patch.object(board_file, "SCHEMA_VERSION", NEXT),
        patch.object(
            board_file,
            "bring_up_to_date",
            lambda path, at: bring_up_to_date(path, at=at, steps=pets(), version=NEXT),
        ),
    ):
        with pytest.raises(FileProblem, match="older BoardDesk"):
            OfficeFile.open(path, read_only=True)
        with OfficeFile.open(path) as file:
            assert file.value("SELECT pet FROM person") == "cat"
            (kept,) = backups_of(file.file_id)
    assert kept.reason == f"before the file format became version {NEXT}"


def test_what_was_done_in_the_old_format_can_be_seen_but_not_undone(path: Path) -> None:
    bring_up_to_date(path, at=NOON, steps=pets(), version=NEXT)
    with patch.object(board_file, "SCHEMA_VERSION", NEXT), OfficeFile.open(path) as file:
        assert file.undo_label is None
        assert file.history("person")[0].label == "Add Robin"
        with file.as_of(1) as past:
            assert past.rows("SELECT * FROM person") == []


def test_without_a_good_backup_nothing_is_migrated(path: Path) -> None:
    before = path.read_bytes()
    with patch.object(route, "back_up", side_effect=FileProblem("no space")), pytest.raises(FileProblem):
        bring_up_to_date(path, at=NOON, steps=pets(), version=NEXT)
    assert path.read_bytes() == before


class FailsAt:
    """A connection whose nth statement fails."""

    def __init__(self, connection: Connection, failing: int) -> None:
        self._connection = connection
        self._left = failing

    def execute(self, sql: str, *params: Any) -> object:
        if sql not in {"ROLLBACK", "PRAGMA journal_mode = DELETE"}:
            self._left -= 1
            if self._left == 0:
                raise OperationalError("disk I/O error")
        return self._connection.execute(sql, *params)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def statements_of_the_migration(path: Path) -> int:
    count = 0
    real = connect(path)

    class Counts(FailsAt):
        def execute(self, sql: str, *params: Any) -> object:
            nonlocal count
            count += 1
            return self._connection.execute(sql, *params)

    with patch.object(route, "connect", return_value=Counts(real, 0)):
        bring_up_to_date(path, at=NOON, steps=pets(), version=NEXT)
    return count


def test_a_migration_that_fails_at_any_statement_leaves_every_byte(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.boarddesk"
    copy.write_bytes(path.read_bytes())
    steps = statements_of_the_migration(copy)
    before = path.read_bytes()
    every = 1 if ASKED else max(1, steps // 25)
    for failing in [*range(1, steps, every), steps - 1]:
        wrapped = FailsAt(connect(path), failing)
        with (
            patch.object(route, "connect", return_value=wrapped),
            patch.object(route, "back_up"),
            pytest.raises(OperationalError),
        ):
            bring_up_to_date(path, at=NOON, steps=pets(), version=NEXT)
        assert path.read_bytes() == before, f"statement {failing} of {steps}"
    assert not path.with_name(path.name + "-journal").exists() or sys.platform == "win32"
