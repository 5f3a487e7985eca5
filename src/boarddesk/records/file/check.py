"""A full check of an office file: the database's pages, its keys, and the chain of its change log."""

from __future__ import annotations

from pathlib import Path

from boarddesk.records.file.change_log import broken_links
from boarddesk.records.file.driver import Connection, Error, connect
from boarddesk.records.file.header import read_header
from boarddesk.records.file.problems import DAMAGED, DamagedFile, told_calmly
from boarddesk.rules.refused import FileProblem

UNREADABLE = "The file is damaged: some of its pages cannot be read at all."


def faults(path: Path) -> list[str]:
    """A sentence for each thing that is wrong, none if all is well. Reads over a connection of its own."""
    try:
        if read_header(path).write_ahead:
            return ["The file was left in another form by another program. Open it once to write."]
        connection = connect(path, read_only=True)
    except FileProblem as problem:
        return [problem.sentence]
    except (Error, ValueError):
        return [UNREADABLE]
    try:
        return faults_in(connection)
    finally:
        connection.close()


def refuse_damaged(path: Path) -> None:
    """A quick look over every page, for whoever is about to read figures from them."""
    with told_calmly():
        connection = connect(path, read_only=True)
        try:
            if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise DamagedFile(DAMAGED)
        finally:
            connection.close()


def faults_in(connection: Connection) -> list[str]:
    try:
        return faults_of_pages(connection) or [
            f"Change {number} in the log is not what was sealed." for number in broken_links(connection)
        ]
    except (Error, ValueError):
        return [UNREADABLE]


def faults_of_pages(connection: Connection) -> list[str]:
    """What is wrong with the database itself, whatever its log says."""
    pages = [row[0] for row in connection.execute("PRAGMA integrity_check(20)").fetchall()]
    if pages != ["ok"]:
        return [f"The file is damaged: {page}." for page in pages]
    keys = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"A record of {row[0]} refers to a record of {row[2]} that is not there." for row in keys]
