"""What the tables must hold by the log: every row as its last logged change left it, held against them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from boarddesk.records.file.driver import Connection, Row, fetch
from boarddesk.records.file.log_rows import read_image
from boarddesk.records.file.shape import Shape, as_logged, quoted


@dataclass
class ToldRow:
    """A row by its log: what each change wrote into it, as JSON, and the change that touched it last.

    Of a row whose words were erased from the log nothing is known but that it is there.
    """

    written: list[str] = field(default_factory=list)
    entry: int = 0
    erased: bool = False

    @property
    def values(self) -> Row:
        """The columns it was ever given, as they were given last."""
        found: Row = {}
        for image in self.written:
            found.update(read_image(image))
        return found


@dataclass(frozen=True)
class AtOdds:
    """A row that the tables hold otherwise than the log: `there` as they have it, `told` as the log has.

    One of the two is missing where the row is only there, or only told; else `column` is the first that
    differs. `entry` is the last change of the row, 0 where the log knows of none.
    """

    table: str
    row_id: str
    entry: int = 0
    column: str = ""
    there: Row | None = None
    told: Row | None = None


def at_odds(connection: Connection, shape: Shape) -> Iterator[AtOdds]:
    """Every row of every logged table that is not as the log left it, table by table."""
    told = _told_by_log(connection, shape)
    for table, columns in shape.logged.items():
        known, usual = told[table], _usual(connection, table)
        rows = connection.execute(f"SELECT id, {as_logged(table, columns)} FROM {quoted(table)}")
        for row_id, image in rows.fetchall():
            row = known.pop(row_id, None)
            if row is None:
                yield AtOdds(table, row_id, there=json.loads(image))
            elif row.written != [image] and not row.erased:
                there, expected = json.loads(image), {**usual, **row.values}
                differing = [column for column in columns if there[column] != expected[column]]
                if differing:
                    yield AtOdds(table, row_id, row.entry, differing[0], there, expected)
        for row_id, row in known.items():
            yield AtOdds(table, row_id, row.entry, told=row.values)


def _told_by_log(connection: Connection, shape: Shape) -> dict[str, dict[str, ToldRow]]:
    """The rows there should be; columns of earlier formats are let go of."""
    found: dict[str, dict[str, ToldRow]] = {table: {} for table in shape.logged}
    logged = connection.execute("SELECT entry, op, table_name, row_id, after FROM change_row ORDER BY id")
    for entry, op, table, row_id, after in logged.fetchall():  # nobody who writes waits for what follows
        rows = found.get(table)
        if rows is None:
            continue  # a table of an earlier format
        if op == "delete":
            rows.pop(row_id, None)
            continue
        row = rows.get(row_id)
        if row is None:
            row = rows[row_id] = ToldRow()
        row.entry = entry
        if after is None:
            row.erased = True
        else:
            row.written.append(after)
    return found


def _usual(connection: Connection, table: str) -> Row:
    """What a column holds that a later format brought and nobody has written since."""
    columns = fetch(connection, "SELECT name, dflt_value FROM pragma_table_info(?)", (table,))
    named = ", ".join(f"{column['dflt_value'] or 'NULL'} AS {quoted(column['name'])}" for column in columns)
    return fetch(connection, f"SELECT {named}")[0]
