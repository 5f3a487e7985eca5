"""What each version of the file format changed, as steps that bring an older file to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import groupby, zip_longest
from typing import Final

from boarddesk.records.file.ids import random_id
from boarddesk.records.file.library import Database, Migrations
from boarddesk.records.file.moments import day_of
from boarddesk.records.file.shape import drop_triggers, make_triggers

_TO_2 = Migrations("boarddesk 2")


@_TO_2(name="a quorum rule has a first day")
def _date_quorum_rules(database: Database) -> None:
    """Those there are have none: they go on judging every meeting, as they did."""
    database.execute("ALTER TABLE quorum_rule ADD COLUMN from_date TEXT")


_TO_3 = Migrations("boarddesk 3")


@_TO_3(name="a risk is owned by a person, a post or a group")
def _own_risks(database: Database) -> None:
    """Words that name one person the office knows become that person; all others stay as written."""
    for kind in ("person", "seat"):
        database.execute(
            f"ALTER TABLE risk ADD COLUMN owner_{kind}_id TEXT REFERENCES {kind}(id) ON DELETE SET NULL"
        )
    database.execute(
        "ALTER TABLE risk ADD COLUMN owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL CHECK "
        "((owner_person_id IS NOT NULL) + (owner_seat_id IS NOT NULL) + (owner_board_id IS NOT NULL) <= 1)"
    )
    known: dict[str, set[str]] = {}
    for name, person_id in database.execute(
        "SELECT name, id FROM person UNION SELECT alias, person_id FROM person_alias"
    ).fetchall():
        known.setdefault(_plain(name), set()).add(person_id)
    with _logged(database):
        for risk_id, owner in database.execute("SELECT id, owner FROM risk").fetchall():
            people = known.get(_plain(owner), set())
            if len(people) == 1:
                database.execute("UPDATE risk SET owner_person_id = ? WHERE id = ?", (*people, risk_id))


@_TO_3(name="an escalation is a record")
def _record_escalations(database: Database) -> None:
    """Since when is in the log. Not logged itself: the office as it stood then shows it too."""
    database.execute(
        "CREATE TABLE escalation (id TEXT PRIMARY KEY, "
        "risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, "
        "board_id TEXT REFERENCES board(id) ON DELETE SET NULL, sent_to TEXT NOT NULL, "
        "sent_on TEXT, sequence INTEGER NOT NULL DEFAULT 0) STRICT"
    )
    database.execute("CREATE INDEX escalation_risk ON escalation(risk_id)")
    boards = database.execute("SELECT id, short_name, name FROM board").fetchall()
    for risk_id, sent_to in database.execute(
        "SELECT id, escalated_to FROM risk WHERE trim(escalated_to) <> ''"
    ).fetchall():
        called = [board_id for board_id, *names in boards if _plain(sent_to) in map(_plain, names)]
        (sent_on,) = database.execute(
            "SELECT max(date(made_at)) FROM change_row JOIN change_entry ON number = entry "
            "WHERE table_name = 'risk' AND row_id = ? AND after ->> '$.escalated_to' = ?",
            (risk_id, sent_to),
        ).fetchone()
        database.execute(
            "INSERT INTO escalation (id, risk_id, board_id, sent_to, sent_on) VALUES (?, ?, ?, ?, ?)",
            (random_id(), risk_id, called[0] if len(called) == 1 else None, sent_to, sent_on),
        )
    database.execute("ALTER TABLE risk DROP COLUMN escalated_to")


@_TO_3(name="what nothing shows is not kept")
def _drop_unshown(database: Database) -> None:
    """The twin of an issue for the web was never read again, and took more room than all else."""
    database.execute("ALTER TABLE area DROP COLUMN cross_cutting")
    database.execute("ALTER TABLE meeting DROP COLUMN note")
    for end in ("low", "high"):  # a range is kept with the target it is of
        database.execute(f"ALTER TABLE kpi DROP COLUMN range_{end}")
    database.execute(
        "DELETE FROM paper_bytes WHERE sha256 IN (SELECT html_sha256 FROM issued_document UNION "
        "SELECT coalesce(after, before) ->> '$.html_sha256' FROM change_row "
        "WHERE table_name = 'issued_document') "
        "AND sha256 NOT IN (SELECT word_sha256 FROM issued_document UNION "
        "SELECT coalesce(after, before) ->> '$.word_sha256' FROM change_row "
        "WHERE table_name = 'issued_document' AND op <> 'update') "
        "AND sha256 NOT IN (SELECT sha256 FROM evidence WHERE sha256 IS NOT NULL)"
    )
    database.execute("ALTER TABLE issued_document DROP COLUMN html_sha256")


_TO_4 = Migrations("boarddesk 4")


@_TO_4(name="how a plan's document is read is remembered")
def _remember_choices(database: Database) -> None:
    """Nothing is known of the documents that came before."""
    database.execute(
        "CREATE TABLE plan_choice (id TEXT PRIMARY KEY, "
        "plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, kind TEXT NOT NULL, "
        "heading TEXT NOT NULL, field TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT"
    )
    database.execute("CREATE INDEX plan_choice_plan ON plan_choice(plan_id)")


_TO_5 = Migrations("boarddesk 5")


@_TO_5(name="a board has reporting lines")
def _draw_lines(database: Database) -> None:
    """A board is accountable to the one it reported to. Not logged itself: the past shows the lines too."""
    database.execute(
        "CREATE TABLE reporting_line (id TEXT PRIMARY KEY, "
        "board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE, "
        "to_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, to_name TEXT NOT NULL, "
        "kind TEXT NOT NULL DEFAULT 'accountable to', from_day TEXT, until_day TEXT, "
        "position INTEGER NOT NULL DEFAULT 0) STRICT"
    )
    database.execute("CREATE INDEX reporting_line_board ON reporting_line(board_id)")
    for board_id, now in database.execute("SELECT id, reports_to_id FROM board").fetchall():
        for place, (upper, first, last) in enumerate(_uppers(database, board_id, now)):
            database.execute(
                "INSERT INTO reporting_line (id, board_id, to_board_id, to_name, from_day, until_day, "
                "position) SELECT ?, ?, id, name, ?, ?, ? FROM board WHERE id = ?",
                (random_id(), board_id, first, last, place, upper),
            )
    database.execute("ALTER TABLE board DROP COLUMN reports_to_id")


def _uppers(
    database: Database, board_id: str, now: str | None
) -> Iterator[tuple[str | None, str | None, str | None]]:
    """What a board reported to in turn, as each day of the log ended: from a day, until a day.

    Since when it was the first one nobody knows.
    """
    by_day = {
        day_of(made_at): upper
        for made_at, upper in database.execute(
            "SELECT made_at, after ->> '$.reports_to_id' FROM change_row JOIN change_entry ON number = entry "
            "WHERE table_name = 'board' AND row_id = ? AND json_type(after, '$.reports_to_id') IS NOT NULL "
            "ORDER BY change_row.id",
            (board_id,),
        ).fetchall()
    }
    turns = [next(same) for _, same in groupby(sorted(by_day.items()), key=lambda turn: turn[1])]
    if not turns or turns[-1][1] != now:
        turns = [(date.min, now)]
    starts = [begins for begins, upper in turns if upper][:1]
    for (begins, upper), (ends, _) in zip_longest(turns, turns[1:], fillvalue=(None, None)):
        if begins and upper:
            first = None if begins in starts else begins.isoformat()
            yield upper, first, (ends - timedelta(1)).isoformat() if ends else None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


@contextmanager
def _logged(database: Database) -> Iterator[None]:
    """What is moved within is written into the log: the office as it stood before has it where it was."""
    make_triggers(database.conn)
    yield
    drop_triggers(database.conn)


STEPS: Final[Mapping[int, Migrations]] = {2: _TO_2, 3: _TO_3, 4: _TO_4, 5: _TO_5}
