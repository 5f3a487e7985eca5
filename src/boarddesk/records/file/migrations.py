"""How an older file is brought up to date: backed up and verified, then migrated in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boarddesk.disk.machine import machine_name
from boarddesk.records.file.backups import back_up
from boarddesk.records.file.change_log import ChangeLog, EntryKind, Step
from boarddesk.records.file.driver import Connection, connect, let_go
from boarddesk.records.file.header import SCHEMA_VERSION
from boarddesk.records.file.problems import DAMAGED, DamagedFile, told_calmly
from boarddesk.records.file.shape import drop_triggers, make_triggers
from boarddesk.records.file.testimony import testify

if TYPE_CHECKING:
    from boarddesk.records.file.library import Migrations


def bring_up_to_date(
    path: Path,
    *,
    at: datetime,
    steps: Mapping[int, Migrations] | None = None,
    version: int = SCHEMA_VERSION,
) -> None:
    """Migrate the file, or leave it byte for byte as it was and raise."""
    # Loaded only for an older file: every other opens without the library that migrates.
    from boarddesk.records.file.format_steps import STEPS

    back_up(path, reason=f"before the file format became version {version}", at=at)
    with told_calmly():
        connection = connect(path)
        try:
            # Rebuilding a table would fire its keys; they are checked as a whole before the commit.
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("BEGIN IMMEDIATE")
            _migrate(connection, steps or STEPS, version=version, at=at)
            connection.execute("COMMIT")
        finally:
            let_go(connection)


def _migrate(connection: Connection, steps: Mapping[int, Migrations], *, version: int, at: datetime) -> None:
    from boarddesk.records.file.library import Database

    log = ChangeLog(connection)
    position = log.position()
    change_number = position.commit_number + 1
    log.begin(change_number)
    drop_triggers(connection)
    database = Database(connection, execute_plugins=False)
    (written_as,) = connection.execute("PRAGMA user_version").fetchone()
    for number in range(written_as + 1, version + 1):
        steps[number].apply(database)
    shape = make_triggers(connection)
    testify(connection, shape, entry=change_number)
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise DamagedFile(DAMAGED)
    connection.execute(f"PRAGMA user_version = {version}")
    label = f"Bring the file to version {version} of its format"
    # A mark: what was changed in the old format is history, and can be looked at but not undone.
    head = log.seal(
        Step(change_number, label, "", EntryKind.MARK), made_at=at, first_row=position.last_row + 1
    )
    log.finish(commit_number=change_number, chain_head=head, who="", machine=machine_name(), at=at)
