"""A change that erases for good: contents leave tables, log and papers; a certificate stays."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from boarddesk.records.file.change import Change
from boarddesk.records.file.change_log import ChangeLog
from boarddesk.records.file.driver import Connection, Row, fetch
from boarddesk.records.file.ids import IdSource
from boarddesk.records.file.shape import APPEND_TRIGGER, Shape, quoted

ERASED: Final = "erased"
"""What stands in the log where words stood that were erased, and so in the office as it was before."""

_SHA256 = "sha256"


class Purge(Change):
    """Handed out by OfficeFile.purge: say what goes, then certify it, which is what erases it."""

    def __init__(self, connection: Connection, *, shape: Shape, new_id: IdSource, number: int) -> None:
        super().__init__(connection, shape=shape, new_id=new_id)
        self._log = ChangeLog(connection)
        self._number = number
        self._blanked: dict[tuple[str, str], frozenset[str]] = {}
        self._removed: set[tuple[str, str]] = set()
        self._papers: set[str] = set()
        self.certified = False

    def blank(self, table: str, row_id: str, *columns: str) -> None:
        """Empty words of a record, as it stands and as it ever stood."""
        self._blanked[(table, row_id)] = frozenset(columns)
        if self._stands(table, row_id):
            self.update(table, row_id, **dict.fromkeys(columns, ""))

    def remove(self, table: str, row_id: str) -> None:
        """Take a record, and all that hangs on it, out of the office and out of its past."""
        self._removed.add((table, row_id))
        if self._stands(table, row_id):
            self.delete(table, row_id)

    def forget_paper(self, sha256: str) -> None:
        """Let go of the bytes of a paper, unless another record still needs them."""
        self._papers.add(sha256)

    def certify(self, *, what: str, how_many: int, why: str, made_on: date, lines: Collection[str]) -> int:
        """Erase it all, and keep a numbered certificate: what, how many, when and why, never the words."""
        going = {(row["table_name"], row["row_id"]) for row in self._own_rows() if row["op"] == "delete"}
        remains = self._erase_log(self._removed | going)
        self._let_papers_go()
        ((last,),) = self._run("SELECT coalesce(max(number), 0) FROM certificate", ())
        number = int(last or 0) + 1
        self.insert(
            "certificate",
            number=number,
            made_on=made_on,
            what=what,
            how_many=how_many,
            why=why,
            content=json.dumps({"lines": list(lines), "remains": remains}, ensure_ascii=False),
        )
        self.certified = True
        return number

    def _stands(self, table: str, row_id: str) -> bool:
        return bool(self._run(f"SELECT 1 FROM {quoted(table)} WHERE id = ?", (row_id,)))

    def _own_rows(self) -> list[Row]:
        sql = "SELECT op, table_name, row_id FROM change_row WHERE entry = ?"
        return fetch(self._connection, sql, (self._number,))

    def _erase_log(self, removed: Collection[tuple[str, str]]) -> dict[str, str]:
        """Rewrite every line of the log on what goes; the digest of what remains of each entry, by number."""
        rewritten: dict[int, list[tuple[str | None, str | None, int]]] = defaultdict(list)
        for table, row_id in {*removed, *self._blanked}:
            columns = None if (table, row_id) in removed else self._blanked[(table, row_id)]
            for row in fetch(
                self._connection,
                "SELECT id, entry, before, after FROM change_row WHERE row_id = ? AND table_name = ?",
                (row_id, table),
            ):
                before, after = (self._erased(row[side], columns) for side in ("before", "after"))
                if (before, after) != (row["before"], row["after"]):
                    rewritten[row["entry"]].append((before, after, row["id"]))
        remains = {}
        for number, lines in sorted(rewritten.items()):
            self._log.begin(number)  # its triggers let only the entry be touched that is being written
            self._connection.executemany("UPDATE change_row SET before = ?, after = ? WHERE id = ?", lines)
            if number != self._number:
                remains[str(number)] = self._log.salt_anew(number)
        self._log.begin(self._number)
        return remains

    def _erased(self, image: str | None, columns: frozenset[str] | None) -> str | None:
        if image is None:
            return None
        values: dict[str, object] = json.loads(image)
        for name, value in values.items():
            if name.endswith(_SHA256) and isinstance(value, str) and (columns is None or name in columns):
                self._papers.add(value)
            elif columns and name in columns and value:
                values[name] = ERASED
        if columns is None:
            return None
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))

    def _let_papers_go(self) -> None:
        needing = [
            f"SELECT 1 FROM {quoted(table)} WHERE {quoted(column)} = :sha256"
            for table, columns in self._shape.logged.items()
            for column in columns
            if column.endswith(_SHA256)
        ]
        with _papers_may_go(self._connection):
            for sha256 in self._papers:
                needed = " OR ".join(f"EXISTS ({sql})" for sql in needing)
                self._connection.execute(
                    f"DELETE FROM paper_bytes WHERE sha256 = :sha256 AND NOT ({needed})", {"sha256": sha256}
                )
        if self._papers:
            self.touched_unlogged.add("paper_bytes")


@contextmanager
def _papers_may_go(connection: Connection) -> Iterator[None]:
    """The bytes of papers are only added to, but here; what forbids it comes back as it was."""
    kept = fetch(
        connection,
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?",
        (f"{APPEND_TRIGGER}paper_bytes_delete",),
    )
    for trigger in kept:
        connection.execute(f"DROP TRIGGER {quoted(trigger['name'])}")
    yield
    for trigger in kept:
        connection.execute(trigger["sql"])
