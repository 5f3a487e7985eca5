"""How an office file is made: the schema, its triggers and its card, in one transaction."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from boarddesk.disk.machine import machine_name
from boarddesk.records.file.change import Change
from boarddesk.records.file.change_log import ChangeLog, EntryKind, Step, first_link
from boarddesk.records.file.driver import Connection, connect, let_go, run_script
from boarddesk.records.file.header import APPLICATION_ID, SCHEMA_VERSION
from boarddesk.records.file.ids import IdSource, random_id
from boarddesk.records.file.moments import stamp
from boarddesk.records.file.problems import told_calmly
from boarddesk.records.file.shape import Shape, make_triggers, schema_script
from boarddesk.records.file.whole import give_name, office_draft, refuse_taken


def make_file(path: Path, *, office: str, at: datetime, new_id: IdSource) -> None:
    """Make a new file where there is none; an existing file is never touched."""
    refuse_taken(path)
    with office_draft(path) as draft:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        with told_calmly():
            connection = connect(draft)
            try:
                _fill(connection, office=office, at=at, new_id=new_id)
            finally:
                let_go(connection)
        give_name(draft, path)


def _fill(connection: Connection, *, office: str, at: datetime, new_id: IdSource) -> None:
    file_id, origin = random_id() + random_id(), new_id() + new_id()
    connection.execute("BEGIN IMMEDIATE")
    shape = lay_out(connection)
    connection.execute(
        "INSERT INTO file_meta (one, file_id, origin, chain_head, written_at) VALUES (1, ?, ?, ?, ?)",
        (file_id, origin, first_link(origin), stamp(at)),
    )
    log = ChangeLog(connection, new_salt=new_id)
    log.begin(1)
    Change(connection, shape=shape, new_id=new_id).insert("office", name=office)
    head = log.seal(Step(1, "Create the office", "", EntryKind.MARK), made_at=at, first_row=1)
    log.finish(commit_number=1, chain_head=head, who="", machine=machine_name(), at=at)
    connection.execute("COMMIT")


def lay_out(connection: Connection) -> Shape:
    """The tables of an office and the triggers of its log, without a row."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    run_script(connection, schema_script())
    return make_triggers(connection)
