"""Signs that somebody wrote into an office file behind its back: each a sentence that names where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from boarddesk.records.file import backups
from boarddesk.records.file.change_log import ChangeLog, Heed, broken_links, unheeded
from boarddesk.records.file.definitions import definitions, definitions_of_today, is_same
from boarddesk.records.file.driver import Connection, Error, Row, connect, fetch
from boarddesk.records.file.folded import AtOdds, at_odds
from boarddesk.records.file.log_rows import fetch_log
from boarddesk.records.file.moments import read_stamp
from boarddesk.records.file.remembered import notice, sightings
from boarddesk.records.file.shape import read_shape
from boarddesk.rules.refused import FileProblem

MOST: Final = 20
"""Rows named one by one; a table emptied by hand would otherwise be thousands of sentences."""
_SHOWN: Final = 40


def signs_of_tampering(connection: Connection, heed: Heed = unheeded) -> Iterator[str]:
    """Everything there is to see in a file of today's format by itself, the log first."""
    yield from broken_entries(connection, heed)
    yield from altered_card(connection)
    yield from altered_schema(connection)
    yield from unlogged_rows(connection)
    yield from spoilt_papers(connection)


def broken_entries(connection: Connection, heed: Heed = unheeded) -> Iterator[str]:
    """The entries of the log that are not what was sealed."""
    for number in broken_links(connection, heed):
        yield f"{change_named(connection, number)} in the log is not what was sealed."


def altered_card(connection: Connection) -> Iterator[str]:
    """What no link of the chain answers for, and no change leaves so: how many there were, which goes on."""
    (card,) = fetch_log(connection, "SELECT commit_number, writing FROM file_meta")
    last = ChangeLog(connection).before_entry(None)
    if last and card["commit_number"] < last["number"]:
        yield f"The file counts {card['commit_number']} changes, and its log goes on to {last['number']}."
    if card["writing"] is not None:
        yield f"The file was left open to have {_lowered(connection, card['writing'])} written over."


def altered_schema(connection: Connection) -> Iterator[str]:
    """Tables, indexes and triggers, held against those this version makes; it makes no view."""
    expected, found = definitions_of_today(), definitions(connection)
    for key in sorted(expected.keys() - found.keys(), key=_tables_first):
        yield f"{_definition_named(key)} was removed."
    for kind, name in sorted(found.keys() - expected.keys(), key=_tables_first):
        yield f"{_A[kind]} {name} was added that BoardDesk did not make."
    for key in sorted(expected.keys() & found.keys(), key=_tables_first):
        if not is_same(expected[key], found[key]):
            yield f"{_definition_named(key)} was altered."


def reads_otherwise(connection: Connection) -> bool:
    """Whether a table is gone, or is not the one this version makes."""
    found = definitions(connection)
    return any(
        key[0] == "table" and not is_same(sql, found.get(key)) for key, sql in definitions_of_today().items()
    )


_A: Final = {"table": "A table", "index": "An index", "trigger": "A trigger", "view": "A view"}


def _tables_first(key: tuple[str, str]) -> tuple[bool, tuple[str, str]]:
    return key[0] != "table", key


def _definition_named(key: tuple[str, str]) -> str:
    kind, name = key
    return f"The {kind} {name}, which keeps the file honest," if kind == "trigger" else f"The {kind} {name}"


def unlogged_rows(connection: Connection) -> Iterator[str]:
    """Rows changed, added or taken out behind the log."""
    odds = at_odds(connection, read_shape(connection))
    for odd in islice(odds, MOST):
        yield _told(connection, odd)
    more = sum(1 for _ in odds)
    if more:
        yield f"{more} more records are not as the log left them."


def _told(connection: Connection, odd: AtOdds) -> str:
    what = f"A record of {odd.table.replace('_', ' ')} ({odd.row_id})"
    if odd.there is None:
        return f"{what} is gone, though the log still has it. Last there: {_last(connection, odd)}."
    if odd.told is None:
        return f"{what} was added behind the log, which knows nothing of it."
    column = odd.column.replace("_", " ")
    return (
        f"{what} was changed behind the log: {column} is {_shown(odd.there[odd.column])}, "
        f"and {_last(connection, odd)} left {_shown(odd.told[odd.column])}."
    )


def _last(connection: Connection, odd: AtOdds) -> str:
    return _lowered(connection, odd.entry)


def _lowered(connection: Connection, number: int) -> str:
    return change_named(connection, number).replace("Change", "change", 1)


def _shown(value: object) -> str:
    if value is None:
        return "empty"
    words = str(value)
    return f"“{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"


def spoilt_papers(connection: Connection) -> Iterator[str]:
    """Papers and documents whose bytes are not those that were kept."""
    for (sha256,) in connection.execute("SELECT sha256 FROM paper_bytes ORDER BY sha256").fetchall():
        ((content,),) = connection.execute(
            "SELECT content FROM paper_bytes WHERE sha256 = ?", (sha256,)
        ).fetchall()
        if hashlib.sha256(content).hexdigest() != sha256:
            yield f"The bytes of {_paper_named(connection, sha256)} are not those that were kept."


def _paper_named(connection: Connection, sha256: str) -> str:
    for column, of in (
        ("name", "paper_copy WHERE sha256 = ?"),
        ("title", "issued_document WHERE word_sha256 = ?"),
        ("title", "evidence WHERE sha256 = ?"),
    ):
        row = connection.execute(f"SELECT {column} FROM {of}", (sha256,)).fetchone()
        if row:
            return f"“{row[0]}”"
    return f"a kept paper ({sha256[:8]})"


def missing_end(connection: Connection, path: Path, *, noticed: bool = False) -> Iterator[str]:
    """Whether the log ends before what this machine, or a backup on it, has seen of this office.

    What was `noticed` as the file was opened is not said again.
    """
    if backups.is_backup(path):
        return  # it is behind, and is meant to be
    position = ChangeLog(connection).position()
    said = notice(position, connection)
    if said:
        if not noticed:
            yield f"{said} It is an older copy, or the end of its log was cut off."
        return
    for newest in backups.backups_of(position.file_id)[:1]:
        if newest.commit_number <= position.commit_number and _holds(connection, _end_of(newest.path)):
            continue
        made = newest.made_at.astimezone()
        yield (
            f"The log does not hold what the backup of {made.day} {made:%B %Y, %H:%M} ends with: "
            "its end was cut off, or this is another copy."
        )
    if any(_continues(connection, link) for link in _ends_of_others(position.file_id)):
        yield (
            "This office had another identity when it was last open or backed up here, and its log does not "
            "say that it was restored: somebody gave it a new one, so its backups are no longer found."
        )


def _ends_of_others(file_id: str) -> Iterator[str]:
    """The last link of every other office that this machine has seen or has backups of."""
    yield from (seen.chain_head for other, seen in sightings() if other != file_id)
    for other in backups.known_files():
        if other != file_id:
            yield from (_end_of(newest.path) for newest in backups.backups_of(other)[:1])


def _continues(connection: Connection, link: str) -> bool:
    """Whether the log goes on from there without a mark, such as every restored office has."""
    sql = (
        "SELECT 1 FROM change_entry seen WHERE chain = ? AND NOT EXISTS "
        "(SELECT 1 FROM change_entry later WHERE later.number > seen.number AND later.kind = 'mark')"
    )
    return bool(fetch(connection, sql, (link,)))


def _holds(connection: Connection, link: str) -> bool:
    """Whether an entry of the log has this link of the chain; an empty one asks for nothing."""
    return not link or bool(fetch(connection, "SELECT 1 FROM change_entry WHERE chain = ?", (link,)))


def _end_of(backup: Path) -> str:
    """The last link of a backup's chain that cannot have been typed on since."""
    with suppress(Error, FileProblem, ValueError):
        connection = connect(backup, read_only=True)
        try:
            log = ChangeLog(connection)
            last = log.before_entry(None)
            if last and [row["op"] for row in log.rows_of(last)] == ["update"]:
                last = log.before_entry(last["number"])
            return str(last["chain"]) if last else ""
        finally:
            connection.close()
    return ""


def change_named(connection: Connection, number: int) -> str:
    """`Change 12 (“Mark Ann Hale”, 12 May 2026, 14:03)`; the number alone where no such entry is there."""
    rows: list[Row] = fetch(connection, "SELECT label, made_at FROM change_entry WHERE number = ?", (number,))
    if not rows:
        return f"Change {number}"
    try:
        made = read_stamp(rows[0]["made_at"]).astimezone()
    except ValueError:
        return f"Change {number} (“{rows[0]['label']}”)"
    return f"Change {number} (“{rows[0]['label']}”, {made.day} {made:%B %Y, %H:%M})"
