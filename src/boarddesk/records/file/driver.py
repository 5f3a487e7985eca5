"""The one module that names the database driver: its exceptions, and connections with every safety on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlcipher3
import sqlcipher3.dbapi2

from boarddesk.records.file.keys import FileKey, key_of

if TYPE_CHECKING:  # the driver ships no types; its classes are shaped like the standard library's
    import sqlite3 as driver
else:
    driver = sqlcipher3.dbapi2

__all__ = [
    "NOT_TEXT",
    "Connection",
    "DatabaseError",
    "Error",
    "IntegrityError",
    "OperationalError",
    "Params",
    "Row",
    "attach",
    "connect",
    "connect_in_memory",
    "export",
    "fetch",
    "fetch_told",
    "file_uri",
    "let_go",
    "run_script",
    "statements",
]

Connection = driver.Connection
Error = driver.Error
DatabaseError = driver.DatabaseError
IntegrityError = driver.IntegrityError
OperationalError = driver.OperationalError

Row = dict[str, Any]
Params = Sequence[object] | Mapping[str, object]

# Tried against simulated power cuts: the default journal lost acknowledged saves, TRUNCATE with EXTRA none.
# Never WAL: office files live on network shares and in synchronised folders.
SETTINGS = (
    "cipher_log_level=NONE",  # what is wrong with a file is said in a sentence, by whoever opened it
    "busy_timeout=5000",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "locking_mode=NORMAL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=FAST",
    "temp_store=MEMORY",
    "cache_size=-65536",  # 64 MB: ten years of registers are counted without reading a page twice
    "recursive_triggers=ON",
)


def file_uri(path: Path, *, mode: str) -> str:
    """The path as SQLite wants it, with `mode` ro or rw: neither ever creates a file."""
    # A share begins with two slashes and keeps them.
    plain = path.absolute().as_posix()
    rooted = plain if plain.startswith("/") else "/" + plain
    return f"file://{quote(os.fsencode(rooted))}?mode={mode}"  # byte for byte: not every name is UTF-8


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """A connection to an existing file with every safety setting on; transactions are begun by hand.

    An encrypted file is read and written with its key, which is found by its first bytes. Raises KeyNeeded.
    """
    uri = file_uri(path, mode="ro" if read_only else "rw")
    return _prepared(uri, any_thread=read_only, key=key_of(path))


def attach(connection: Connection, path: Path, *, name: str) -> None:
    """A second file to read beside the first, each with its own key."""
    key = key_of(path)
    connection.execute(f"ATTACH ? AS {name} KEY ?", (file_uri(path, mode="ro"), key.spelled if key else ""))


def connect_in_memory() -> Connection:
    """An empty database in memory, under the same settings; it may be handed to another thread."""
    return _prepared(":memory:", any_thread=True)


def export(connection: Connection, to: Path, *, key: FileKey | None) -> None:
    """Write all there is into an empty file, under a key or under none; whoever asked puts it on the disk."""
    connection.execute("ATTACH ? AS copied KEY ?", (file_uri(to, mode="rw"), key.spelled if key else ""))
    try:
        connection.execute("PRAGMA copied.journal_mode = OFF")
        connection.execute("PRAGMA copied.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('copied')").fetchall()
        for name in ("application_id", "user_version"):
            (number,) = connection.execute(f"PRAGMA main.{name}").fetchone()
            connection.execute(f"PRAGMA copied.{name} = {number}")
    finally:
        connection.execute("DETACH copied")


def _prepared(uri: str, *, any_thread: bool, key: FileKey | None = None) -> Connection:
    connection: Connection = sqlcipher3.dbapi2.connect(
        uri, uri=True, isolation_level=None, check_same_thread=not any_thread, cached_statements=256
    )
    try:
        if key is not None:
            connection.execute(f'PRAGMA key = "{key.spelled}"')
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


NOT_TEXT = "Could not decode to UTF-8"  # as the driver itself says of a column


def let_go(connection: Connection) -> None:
    """Close a connection that wrote, and take away the empty journal it would leave beside the file."""
    with suppress(Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def fetch(connection: Connection, sql: str, params: Params = ()) -> list[Row]:
    """All rows at once, so that no cursor stays open to hold a lock."""
    try:
        cursor = connection.execute(sql, params)
        if cursor.description is None:
            return []
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    except UnicodeDecodeError as error:  # a message or a name made of broken bytes
        raise DatabaseError(f"{NOT_TEXT} ({error.reason})") from error


def fetch_told(connection: Connection, sql: str, params: Params = ()) -> tuple[list[Row], frozenset[str]]:
    """The rows, with the tables SQLite reads for them; listening has every statement compiled anew."""
    read: set[str] = set()

    def allow(action: int, table: str | None, *_rest: str | None) -> int:
        if action == driver.SQLITE_READ and table:
            read.add(table)
        return driver.SQLITE_OK

    connection.set_authorizer(allow)
    try:
        return fetch(connection, sql, params), frozenset(read)
    finally:
        connection.set_authorizer(None)


def statements(script: str) -> Iterator[str]:
    """The single statements of a script; the driver's own script runner would commit first."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if driver.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if any(part.strip() and not part.strip().startswith("--") for part in pending.splitlines()):
        raise ValueError(f"unfinished statement: {pending.strip()[:60]}")


def run_script(connection: Connection, script: str) -> None:
    for statement in statements(script):
        connection.execute(statement)
