"""What each version of the file format changed, as steps that bring an older file to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import groupby, zip_longest
from typing import Final

from boarddesk.records.file.checked_format import TO_8
from boarddesk.records.file.ids import random_id
from boarddesk.records.file.library import Database, Migrations
from boarddesk.records.file.meeting_format import TO_6
from boarddesk.records.file.minutes_format import TO_7
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


_OWNER_COLUMNS: Final = ", ".join(
    f"owner_{kind}_id TEXT REFERENCES {table}(id) ON DELETE SET NULL"
    for kind, table in (("person", "person"), ("seat", "seat"), ("board", "board"))
)


@_TO_5(name="a score says which matrix it was given by")
def _keep_matrices(database: Database) -> None:
    """The bands of the office become a matrix of five rows and columns with the usual words."""
    for table, columns in (
        ("risk_matrix", "made_on TEXT NOT NULL, sequence INTEGER NOT NULL"),
        ("matrix_step", f"{_OF_MATRIX}, axis TEXT NOT NULL, number INTEGER NOT NULL, word TEXT NOT NULL"),
        (
            "matrix_level",
            f"{_OF_MATRIX}, name TEXT NOT NULL, severity TEXT NOT NULL, "
            "review_every_days INTEGER NOT NULL DEFAULT 31, position INTEGER NOT NULL",
        ),
        (
            "matrix_cell",
            f"{_OF_MATRIX}, likelihood INTEGER NOT NULL, impact INTEGER NOT NULL, "
            "level_id TEXT NOT NULL REFERENCES matrix_level(id) ON DELETE CASCADE",
        ),
    ):
        database.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, {columns}) STRICT")
    database.execute("CREATE INDEX matrix_cell_matrix ON matrix_cell(matrix_id)")
    bands = database.execute(
        "SELECT name, lowest, highest, review_every_days FROM risk_level ORDER BY lowest"
    ).fetchall() or [("Low", 1, 3, 31), ("Moderate", 4, 6, 31), ("High", 8, 12, 31), ("Extreme", 15, 25, 31)]
    matrix_id = None
    if database.execute("SELECT 1 FROM risk_score UNION SELECT 1 FROM risk_level").fetchone():
        matrix_id = _matrix_of(database, bands)
    _remake(
        database,
        "risk_score",
        "risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, kind TEXT NOT NULL, "
        "likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 6), "
        "impact INTEGER CHECK (impact BETWEEN 1 AND 6), product INTEGER, "
        "as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '', "
        "level TEXT NOT NULL DEFAULT '', matrix_id TEXT REFERENCES risk_matrix(id) ON DELETE SET NULL, "
        "meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL",
    )
    for name, lowest, highest, _ in bands:
        # a score whose level is another by these bands was given by others, of which no more is known
        database.execute(
            "UPDATE risk_score SET matrix_id = ?, level = ? WHERE likelihood * impact BETWEEN ? AND ? "
            "AND level IN ('', ?)",
            (matrix_id, name, lowest, highest, name),
        )
    database.execute("DROP TABLE risk_level")
    database.execute("CREATE INDEX risk_score_risk ON risk_score(risk_id)")


_OF_MATRIX: Final = "matrix_id TEXT NOT NULL REFERENCES risk_matrix(id) ON DELETE CASCADE"
_LIKELIHOODS: Final = ("Rare", "Unlikely", "Possible", "Likely", "Very likely")
_IMPACTS: Final = ("Minimal", "Minor", "Moderate", "Major", "Severe")
_SEVERITIES: Final = ("low", "moderate", "high", "extreme")


def _matrix_of(database: Database, bands: list[tuple[str, int, int, int]]) -> str:
    """The bands as cells; the last of several is as bad as can be, the first as harmless."""
    matrix_id = random_id()
    database.execute("INSERT INTO risk_matrix VALUES (?, date('now'), 1)", (matrix_id,))
    for axis, words in (("likelihood", _LIKELIHOODS), ("impact", _IMPACTS)):
        for number, word in enumerate(words, start=1):
            database.execute(
                "INSERT INTO matrix_step VALUES (?, ?, ?, ?, ?)",
                (random_id(), matrix_id, axis, number, word),
            )
    for position, (name, lowest, highest, days) in enumerate(bands):
        level_id = random_id()
        severity = _SEVERITIES[round(position / max(len(bands) - 1, 1) * (len(_SEVERITIES) - 1))]
        database.execute(
            "INSERT INTO matrix_level VALUES (?, ?, ?, ?, ?, ?)",
            (level_id, matrix_id, name, severity, days, position),
        )
        for likelihood in range(1, 6):
            for impact in range(1, 6):
                if lowest <= likelihood * impact <= highest:
                    database.execute(
                        "INSERT INTO matrix_cell VALUES (?, ?, ?, ?, ?)",
                        (random_id(), matrix_id, likelihood, impact, level_id),
                    )
    return matrix_id


@_TO_5(name="appetite is two lines")
def _draw_two_lines(database: Database) -> None:
    """What was the one line is how much is borne."""
    database.execute("ALTER TABLE risk_category ADD COLUMN optimal INTEGER")
    database.execute("ALTER TABLE risk_category RENAME COLUMN appetite TO tolerable")


@_TO_5(name="controls are a list, links are several, and a ref is a board's own")
def _list_controls(database: Database) -> None:
    """Each line of the text that held them is one. Not logged: the office as it stood has them too."""
    database.execute(
        "CREATE TABLE control (id TEXT PRIMARY KEY, "
        "risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, text TEXT NOT NULL, "
        "owner TEXT NOT NULL DEFAULT '', assurance TEXT NOT NULL DEFAULT '', tested_on TEXT, "
        f"position INTEGER NOT NULL DEFAULT 0, {_OWNER_COLUMNS}) STRICT"
    )
    database.execute("CREATE INDEX control_risk ON control(risk_id)")
    database.execute(
        "CREATE TABLE risk_link (id TEXT PRIMARY KEY, "
        "risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, "
        "action_id TEXT REFERENCES action(id) ON DELETE CASCADE, "
        "kpi_id TEXT REFERENCES kpi(id) ON DELETE CASCADE, "
        "CHECK ((action_id IS NULL) + (kpi_id IS NULL) = 1)) STRICT"
    )
    database.execute("CREATE INDEX risk_link_risk ON risk_link(risk_id)")
    for risk_id, controls, action_id, kpi_id in database.execute(
        "SELECT id, controls, action_id, kpi_id FROM risk"
    ).fetchall():
        lines = [line.strip() for line in controls.splitlines() if line.strip()]
        for position, line in enumerate(lines):
            database.execute(
                "INSERT INTO control (id, risk_id, text, position) VALUES (?, ?, ?, ?)",
                (random_id(), risk_id, line, position),
            )
        for column, linked in (("action_id", action_id), ("kpi_id", kpi_id)):
            if linked:
                database.execute(
                    f"INSERT INTO risk_link (id, risk_id, {column}) VALUES (?, ?, ?)",
                    (random_id(), risk_id, linked),
                )
    _remake(
        database,
        "risk",
        "ref TEXT NOT NULL, board_id TEXT REFERENCES board(id) ON DELETE SET NULL, title TEXT NOT NULL, "
        "cause TEXT NOT NULL DEFAULT '', event TEXT NOT NULL DEFAULT '', effect TEXT NOT NULL DEFAULT '', "
        "category_id TEXT REFERENCES risk_category(id) ON DELETE SET NULL, "
        "area_id TEXT REFERENCES area(id) ON DELETE SET NULL, owner TEXT NOT NULL DEFAULT '', "
        "raised_on TEXT, response TEXT NOT NULL DEFAULT 'treat', proximity TEXT NOT NULL DEFAULT '', "
        f"status TEXT NOT NULL DEFAULT 'open', next_review TEXT, {_OWNER_COLUMNS}, "
        "status_words TEXT NOT NULL DEFAULT '', target_by TEXT, closed_on TEXT, "
        "closed_why TEXT NOT NULL DEFAULT '', accepted_by TEXT NOT NULL DEFAULT '', accepted_until TEXT, "
        "accepted_why TEXT NOT NULL DEFAULT '', accepted_on TEXT, UNIQUE (board_id, ref), "
        "CHECK ((owner_person_id IS NOT NULL) + (owner_seat_id IS NOT NULL) "
        "+ (owner_board_id IS NOT NULL) <= 1)",
    )


@_TO_5(name="a mitigation remembers its moves")
def _remember_moves(database: Database) -> None:
    """Where there was a word for its owner it stays that word."""
    for kind, table in (("person", "person"), ("seat", "seat"), ("board", "board")):
        database.execute(
            f"ALTER TABLE mitigation ADD COLUMN owner_{kind}_id TEXT "
            f"REFERENCES {table}(id) ON DELETE SET NULL"
        )
    database.execute("ALTER TABLE mitigation ADD COLUMN due_as_written TEXT NOT NULL DEFAULT ''")
    database.execute(
        "CREATE TABLE mitigation_move (id TEXT PRIMARY KEY, "
        "mitigation_id TEXT NOT NULL REFERENCES mitigation(id) ON DELETE CASCADE, was TEXT, due TEXT, "
        "moved_on TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', sequence INTEGER NOT NULL DEFAULT 0) STRICT"
    )
    database.execute("CREATE INDEX mitigation_move_mitigation ON mitigation_move(mitigation_id)")


@_TO_5(name="an issue has a board and an owner, and not only risks go up")
def _send_more_up(database: Database) -> None:
    """What is with no board above any more came down when its risk was last taken back."""
    _remake(
        database,
        "issue",
        "ref TEXT NOT NULL, title TEXT NOT NULL, impact TEXT NOT NULL DEFAULT '', "
        "area_id TEXT REFERENCES area(id) ON DELETE SET NULL, "
        "risk_id TEXT REFERENCES risk(id) ON DELETE SET NULL, owner TEXT NOT NULL DEFAULT '', "
        "resolution TEXT NOT NULL DEFAULT '', raised_on TEXT NOT NULL, due TEXT, resolved_on TEXT, "
        f"board_id TEXT REFERENCES board(id) ON DELETE SET NULL, {_OWNER_COLUMNS}, UNIQUE (board_id, ref)",
    )
    _remake(
        database,
        "escalation",
        "kind TEXT NOT NULL DEFAULT 'risk', risk_id TEXT REFERENCES risk(id) ON DELETE CASCADE, "
        "issue_id TEXT REFERENCES issue(id) ON DELETE CASCADE, "
        "action_id TEXT REFERENCES action(id) ON DELETE CASCADE, what TEXT NOT NULL DEFAULT '', "
        "from_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, "
        "board_id TEXT REFERENCES board(id) ON DELETE SET NULL, sent_to TEXT NOT NULL, "
        "sent_on TEXT, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '', "
        "asked_for TEXT NOT NULL DEFAULT '', parties TEXT NOT NULL DEFAULT '', "
        "tried TEXT NOT NULL DEFAULT '', meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL, "
        "taken_on TEXT, outcome TEXT NOT NULL DEFAULT '', came_down_on TEXT, "
        "came_down_why TEXT NOT NULL DEFAULT ''",
    )
    database.execute(
        "UPDATE issue SET board_id = coalesce((SELECT board_id FROM risk WHERE id = risk_id), "
        "(SELECT p.board_id FROM area a JOIN plan p ON p.id = a.plan_id WHERE a.id = area_id))"
    )
    database.execute("CREATE INDEX escalation_risk ON escalation(risk_id)")
    database.execute("CREATE INDEX escalation_board ON escalation(board_id)")
    database.execute("UPDATE escalation SET from_board_id = (SELECT board_id FROM risk WHERE id = risk_id)")
    database.execute(
        "UPDATE escalation SET came_down_on = coalesce((SELECT max(date(made_at)) FROM change_row "
        "JOIN change_entry ON number = entry WHERE table_name = 'risk' AND row_id = risk_id "
        "AND before ->> '$.status' = 'escalated'), sent_on, date('now')) "
        "WHERE risk_id IN (SELECT id FROM risk WHERE status <> 'escalated')"
    )


def _remake(database: Database, table: str, columns: str) -> None:
    """The table with other columns and rules; what both have is kept. Indexes go with the old one."""
    database.execute(f"CREATE TABLE remade (id TEXT PRIMARY KEY, {columns}) STRICT")
    both = [
        name
        for (name,) in database.execute(
            f"SELECT name FROM pragma_table_info('{table}') "
            "INTERSECT SELECT name FROM pragma_table_info('remade')"
        ).fetchall()
    ]
    listed = ", ".join(both)
    database.execute(f"INSERT INTO remade ({listed}) SELECT {listed} FROM {table}")
    database.execute(f"DROP TABLE {table}")
    database.execute(f"ALTER TABLE remade RENAME TO {table}")


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


@contextmanager
def _logged(database: Database) -> Iterator[None]:
    """What is moved within is written into the log: the office as it stood before has it where it was."""
    make_triggers(database.conn)
    yield
    drop_triggers(database.conn)


STEPS: Final[Mapping[int, Migrations]] = {2: _TO_2, 3: _TO_3, 4: _TO_4, 5: _TO_5, 6: TO_6, 7: TO_7, 8: TO_8}
