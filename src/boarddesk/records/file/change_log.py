"""The change log: each change sealed as one entry, linked by its hash to the one before."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from boarddesk.records.file.driver import Connection, Params, Row, fetch
from boarddesk.records.file.ids import IdSource, random_id
from boarddesk.records.file.log_rows import ENTRY, LOGGED_ROW, fetch_log, read_image
from boarddesk.records.file.moments import stamp

if TYPE_CHECKING:
    import hashlib

_BEYOND = 2**62  # past any number an entry can have


class EntryKind(StrEnum):
    """What an entry of the log is."""

    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"
    MARK = "mark"


@dataclass(frozen=True)
class Step:
    """What is being written, before it is sealed."""

    number: int
    label: str
    who: str
    kind: EntryKind = EntryKind.CHANGE
    reverses: int | None = None
    undo_next: int | None = None
    redo_next: int | None = None


@dataclass(frozen=True)
class Position:
    """Where the log stands: the last commit, its link of the chain, and what undo and redo take up next."""

    commit_number: int
    chain_head: str
    file_id: str
    undo_next: int | None
    redo_next: int | None
    last_row: int


def first_link(origin: str) -> str:
    return _sha256(f"boarddesk {origin}").hexdigest()


def _sha256(text: str) -> hashlib._Hash:
    import hashlib  # four megabytes of OpenSSL, which an office that is only read does without

    return hashlib.sha256(text.encode())


class ChangeLog:
    """Reads and writes the log's tables over one connection, inside the caller's transaction."""

    def __init__(self, connection: Connection, *, new_salt: IdSource = random_id) -> None:
        self._connection, self._new_salt = connection, new_salt

    def position(self) -> Position:
        meta = self._one("SELECT commit_number, chain_head, file_id FROM file_meta")
        last = self.before_entry(None)
        return Position(
            commit_number=meta["commit_number"],
            chain_head=meta["chain_head"],
            file_id=meta["file_id"],
            undo_next=last["undo_next"] if last else None,
            redo_next=last["redo_next"] if last else None,
            last_row=last["last_row"] if last else 0,
        )

    def entry(self, number: int) -> Row:
        return self._one(f"SELECT {ENTRY} FROM change_entry WHERE number = ?", (number,))

    def before_entry(self, number: int | None) -> Row | None:
        """The entry written just before the given one; without a number, the newest of all."""
        rows = fetch_log(
            self._connection,
            f"SELECT {ENTRY} FROM change_entry WHERE number < ? ORDER BY number DESC LIMIT 1",
            (_BEYOND if number is None else number,),
        )
        return rows[0] if rows else None

    def undo_of(self, number: int) -> Row:
        """The newest entry that took the given change back."""
        return self._one(
            f"SELECT {ENTRY} FROM change_entry WHERE kind = 'undo' AND reverses = ? "
            "ORDER BY number DESC LIMIT 1",
            (number,),
        )

    def rows_after(self, row: int) -> list[Row]:
        return fetch(
            self._connection, f"SELECT {LOGGED_ROW} FROM change_row WHERE id > ? ORDER BY id", (row,)
        )

    def rows_of(self, entry: Row) -> list[Row]:
        return fetch(
            self._connection,
            f"SELECT {LOGGED_ROW} FROM change_row WHERE id BETWEEN ? AND ? ORDER BY id",
            (entry["first_row"], entry["last_row"]),
        )

    def begin(self, number: int) -> None:
        """From here on the triggers write into the given entry."""
        self._connection.execute("UPDATE file_meta SET writing = ?", (number,))

    def rest(self) -> None:
        self._connection.execute("UPDATE file_meta SET writing = NULL")

    def seal(self, step: Step, *, made_at: datetime, first_row: int) -> str:
        """Write the entry over its rows and return its link of the chain."""
        before = self.before_entry(step.number)
        rows = self.rows_after(first_row - 1)
        salt = self._new_salt()
        entry: Row = {
            "number": step.number,
            "label": step.label,
            "who": step.who,
            "made_at": stamp(made_at),
            "kind": step.kind.value,
            "reverses": step.reverses,
            "undo_next": step.undo_next,
            "redo_next": step.redo_next,
            "first_row": first_row,
            "last_row": rows[-1]["id"] if rows else first_row - 1,
            "salt": salt,
            "digest": digest_of(rows, salt=salt),
        }
        entry["chain"] = link_of(entry, before=before["chain"] if before else first_link(self._origin()))
        places = ", ".join("?" * len(entry))
        self._connection.execute(
            f"INSERT OR REPLACE INTO change_entry ({', '.join(entry)}) VALUES ({places})",
            tuple(entry.values()),
        )
        return str(entry["chain"])

    def salt_anew(self, number: int) -> str:
        """The digest of what remains of an erased entry, under a new salt: nobody can try what it was."""
        salt = self._new_salt()
        self._connection.execute("UPDATE change_entry SET salt = ? WHERE number = ?", (salt, number))
        return digest_of(self.rows_of(self.entry(number)), salt=salt)

    def finish(self, *, commit_number: int, chain_head: str, who: str, machine: str, at: datetime) -> None:
        """Write the file's card: one commit more, by whom, where and when, and nothing being written."""
        self._connection.execute(
            "UPDATE file_meta SET commit_number = ?, chain_head = ?, written_by = ?, written_on = ?, "
            "written_at = ?, writing = NULL",
            (commit_number, chain_head, who, machine, stamp(at)),
        )

    def merge_repeated_edit(self, *, first_row: int, mark: int) -> bool:
        """Fold the newest edit of one record into the entry's only other one; false if nothing is left."""
        rows = self.rows_after(first_row - 1)
        if not _is_repeated_edit(rows, mark=mark):
            return True
        first, second = rows
        before = {**json.loads(second["before"]), **json.loads(first["before"])}
        after = {**json.loads(first["after"]), **json.loads(second["after"])}
        moved = [name for name in before if before[name] != after[name]]
        self._connection.execute("DELETE FROM change_row WHERE id = ?", (second["id"],))
        if not moved:
            self._connection.execute("DELETE FROM change_row WHERE id = ?", (first["id"],))
            return False
        self._connection.execute(
            "UPDATE change_row SET before = ?, after = ? WHERE id = ?",
            (_json(before, moved), _json(after, moved), first["id"]),
        )
        return True

    def drop(self, number: int) -> str:
        """Take out the entry being written, of which nothing is left; returns the link of the one before."""
        self._connection.execute("DELETE FROM change_entry WHERE number = ?", (number,))
        before = self.before_entry(number)
        return str(before["chain"]) if before else first_link(self._origin())

    def _origin(self) -> str:
        return str(self._one("SELECT origin FROM file_meta")["origin"])

    def _one(self, sql: str, params: Params = ()) -> Row:
        (row,) = fetch_log(self._connection, sql, params)
        return row


def _is_repeated_edit(rows: list[Row], *, mark: int) -> bool:
    if len(rows) != 2 or rows[0]["id"] > mark or rows[1]["id"] <= mark:
        return False
    return all(row["op"] == "update" for row in rows) and (
        (rows[0]["table_name"], rows[0]["row_id"]) == (rows[1]["table_name"], rows[1]["row_id"])
    )


def _json(values: Row, names: list[str]) -> str:
    return json.dumps({name: values[name] for name in names}, ensure_ascii=False, separators=(",", ":"))


def digest_of(rows: list[Row], *, salt: str) -> str:
    """Salted, so that what was erased cannot be guessed from its digest."""
    digest = _sha256(salt)
    for row in rows:  # the JSON holds no bare control characters, so the separators are unambiguous
        told = (row["op"], row["table_name"], row["row_id"], row["before"] or "", row["after"] or "")
        digest.update(("\t".join(told) + "\n").encode())
    return digest.hexdigest()


_LINKED = (
    *("number", "label", "who", "made_at", "kind", "reverses", "undo_next", "redo_next"),
    *("first_row", "last_row", "digest"),
)


def link_of(entry: Row, *, before: str) -> str:
    told = json.dumps([before, *(entry[name] for name in _LINKED)], ensure_ascii=False)
    return _sha256(told).hexdigest()


Heed = Callable[[int, int], object]
"""Told how many entries of the log were read, and of how many."""


def unheeded(_read: int, _of: int) -> None:
    """Nobody waits to hear how far it is."""


def broken_links(connection: Connection, heed: Heed = unheeded) -> list[int]:
    """The numbers of entries whose rows or whose place in the chain are not what was sealed.

    Of an erased entry its rows are held against what a certificate says remains of them.
    """
    log = ChangeLog(connection)
    remains = _remains(connection)
    (meta,) = fetch_log(connection, "SELECT origin, chain_head FROM file_meta")
    broken, before, next_row, number = [], first_link(meta["origin"]), 1, 0
    entries = fetch_log(connection, f"SELECT {ENTRY} FROM change_entry ORDER BY number")
    for read, entry in enumerate(entries):
        heed(read, len(entries))
        rows = log.rows_of(entry)
        held = digest_of(rows, salt=entry["salt"])
        whole = held == remains.get(entry["number"], entry["digest"]) and all(
            row["entry"] == entry["number"] for row in rows
        )
        linked = link_of(entry, before=before) == entry["chain"]
        if not (whole and linked and entry["first_row"] == next_row):
            broken.append(entry["number"])
        before, next_row, number = entry["chain"], entry["last_row"] + 1, entry["number"]
    heed(len(entries), len(entries))
    beyond = fetch(connection, "SELECT 1 FROM change_row WHERE id >= ? LIMIT 1", (next_row,))
    if before != meta["chain_head"] or beyond:
        broken.append(number)
    return broken


def _remains(connection: Connection) -> dict[int, str]:
    """What is left of each erased entry, by the newest certificate that lists it.

    Certificates are read from the log, where they are sealed, and only from a purge's own entry.
    """
    certificates = fetch(
        connection,
        "SELECT after ->> '$.content' AS content FROM change_row r JOIN change_entry e ON e.number = entry "
        "WHERE e.kind = 'mark' AND r.op = 'insert' AND r.table_name = 'certificate' ORDER BY r.id",
    )
    found: dict[int, str] = {}
    for certificate in certificates:
        remains = read_image(certificate["content"]).get("remains", {})
        if not isinstance(remains, dict):
            raise ValueError("a certificate says nothing of what remains")
        found |= {int(number): digest for number, digest in remains.items()}
    return found
