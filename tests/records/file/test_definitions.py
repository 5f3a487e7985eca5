"""What the file itself knows of its words, days and yes or no, and that it is what the program reads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path

import pytest
from tests.boards.freeze import frozen_path

from boarddesk.records.file.definitions import definitions, definitions_of_today, is_same
from boarddesk.records.file.driver import Connection, Error, connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import DamagedFile
from boarddesk.records.file.shape import read_shape
from boarddesk.rules.agenda.entry import Every
from boarddesk.rules.agenda.item import Fills, ItemKind, Outcome, Purpose
from boarddesk.rules.cover_headings import CoverPart
from boarddesk.rules.dates.date_rules import DayKind
from boarddesk.rules.dates.spans import Precision
from boarddesk.rules.decisions import DecisionPath, Effect, Verb
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.imports.plan_choices import ChoiceKind
from boarddesk.rules.interests import Nature
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, SuggestionKind
from boarddesk.rules.minutes.minutes import MinutesState
from boarddesk.rules.papers.paper import CopyKind
from boarddesk.rules.people import BoardKind, NamesPrinted, Role, Sector, TargetFigure, YearStart
from boarddesk.rules.plan.kpis import Comparator, Polarity, Unit
from boarddesk.rules.publishing.choices import WayOut
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.rules.registers.declarations import Conduct
from boarddesk.rules.registers.quorum import Answer
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.retention import CountedFrom
from boarddesk.rules.returns import ReturnState
from boarddesk.rules.risks.escalations import EscalationKind
from boarddesk.rules.risks.matrix import Severity
from boarddesk.rules.risks.risk import Assurance, Response, RiskStatus, ScoreKind
from boarddesk.rules.statuses.status import SaidBy, StatusIs

LISTS: dict[str, type[StrEnum]] = {
    "action.precision": Precision,
    "agenda_item.fills": Fills,
    "agenda_item.kind": ItemKind,
    "agenda_item.outcome": Outcome,
    "agenda_item.purpose": Purpose,
    "area_return.state": ReturnState,
    "attendance_mark.mark": Mark,
    "board.actions_chased_in": DayKind,
    "board.draft_minutes_in": DayKind,
    "board.forms_out_in": DayKind,
    "board.kind": BoardKind,
    "board.pack_issued_in": DayKind,
    "board.papers_due_in": DayKind,
    "board.plan_sent_in": DayKind,
    "board.published_names": NamesPrinted,
    "board.target_figure": TargetFigure,
    "board.year_start": YearStart,
    "checkpoint.target_comparator": Comparator,
    "control.assurance": Assurance,
    "cover_heading.fills": CoverPart,
    "decision.effect": Effect,
    "decision.how": DecisionPath,
    "decision.verb": Verb,
    "declaration.did": Conduct,
    "escalation.kind": EscalationKind,
    "forward_entry.every": Every,
    "forward_entry.kind": ItemKind,
    "forward_entry.purpose": Purpose,
    "interest.nature": Nature,
    "judgement.said_by": SaidBy,
    "kpi.headline_comparator": Comparator,
    "kpi.polarity": Polarity,
    "kpi.unit": Unit,
    "mark_label.mark": Mark,
    "matrix_level.severity": Severity,
    "meeting.state": MeetingState,
    "meeting_reply.answer": Answer,
    "milestone.precision": Precision,
    "minute_block.kind": BlockKind,
    "minutes.state": MinutesState,
    "organisation.sector": Sector,
    "paper_copy.kind": CopyKind,
    "plan_choice.kind": ChoiceKind,
    "proposed_correction.choice": CorrectionChoice,
    "proposed_correction.kind": SuggestionKind,
    "publication.what": PublicPart,
    "publish_choice.how": WayOut,
    "quorum_rule.sector": Sector,
    "reporting_line.kind": LineKind,
    "retention_class.counted_from": CountedFrom,
    "risk.response": Response,
    "risk.status": RiskStatus,
    "risk_score.kind": ScoreKind,
    "roll_row.role": Role,
    "seat.role": Role,
    "standing_item.fills": Fills,
    "standing_item.kind": ItemKind,
    "standing_item.purpose": Purpose,
    "status.is_a": StatusIs,
}
NO_WORD_AS_WELL = {"decision.effect", "quorum_rule.sector", "retention_class.counted_from"}
OTHER_LISTS = {
    "action_update.kind",
    "change_entry.kind",
    "change_row.op",
    "highlight.kind",
    "matrix_step.axis",
    "meeting_step.step",
    "returned_copy.reading",
    "roll.state",
}
_LIST = re.compile(r"CHECK \((\w+) IN \(('[^)]*')\)\)")


def lists_checked() -> dict[str, set[str]]:
    tables = {name: sql for (kind, name), sql in definitions_of_today().items() if kind == "table"}
    return {
        f"{table}.{column}": {word.replace("''", "'") for word in re.findall(r"'((?:[^']|'')*)'", words)}
        for table, sql in tables.items()
        for column, words in _LIST.findall(sql)
    }


def test_the_words_the_file_takes_are_those_the_program_reads() -> None:
    """A word more for the program is a new format: the files people have would refuse it."""
    checked = lists_checked()
    assert checked.keys() == LISTS.keys() | OTHER_LISTS
    for column, words in LISTS.items():
        expected = {word.value for word in words} | ({""} if column in NO_WORD_AS_WELL else set())
        assert checked[column] == expected, column


DAY_NAMES = re.compile(r"(_on|^date|_date|_day|^as_at|_as_at|^due|_due|earliest|latest|^dated|_until)$")
NO_DAYS = {"written_on", "papers_due", "added_on_the_day"}  # a machine; days before a meeting; yes or no


def test_a_day_is_a_day_in_every_table(tmp_path: Path) -> None:
    with closing(connect(made(tmp_path))) as connection:
        shape = read_shape(connection)
    unchecked = [
        f"{table}.{column}"
        for table, columns in shape.logged.items()
        for column in columns
        if DAY_NAMES.search(column)
        and column not in NO_DAYS
        and f"{column} IS date({column})" not in definitions_of_today()["table", table]
    ]
    assert unchecked == []


def made(folder: Path) -> Path:
    path = folder / "office.boarddesk"
    OfficeFile.create(path).close()
    return path


def test_a_word_of_no_list_is_seen_by_the_look_over_the_pages(tmp_path: Path) -> None:
    path = Path(shutil.copy(frozen_path(8), tmp_path / "office.boarddesk"))
    unseen = []
    with closing(connect(path)) as connection:
        for column in sorted(LISTS.keys() | OTHER_LISTS):
            table, _, name = column.partition(".")
            connection.execute("BEGIN")
            spoil(connection, table, name)
            found = connection.execute(f"PRAGMA quick_check({table})").fetchall()
            unseen += [] if (f"CHECK constraint failed in {table}",) in found else [column]
            connection.execute("ROLLBACK")
    assert unseen == []


def spoil(connection: Connection, table: str, column: str) -> None:
    """One bit of the first letter, as a bad disk has it."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for (trigger,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.execute(
        f"UPDATE {table} SET {column} = char(unicode({column} || '~') | 64) || substr({column}, 2) || '\x01' "
        f"WHERE rowid = (SELECT max(rowid) FROM {table})"
    )
    connection.execute("PRAGMA ignore_check_constraints = OFF")


@pytest.mark.parametrize("version", [1, 4, 7])
def test_an_old_file_is_in_the_end_made_of_the_same_statements_as_a_new_one(
    version: int, tmp_path: Path
) -> None:
    path = Path(shutil.copy(frozen_path(version), tmp_path / "old.boarddesk"))
    OfficeFile.open(path).close()
    with closing(connect(path, read_only=True)) as connection:
        found, today = definitions(connection), definitions_of_today()
    assert found.keys() == today.keys()
    assert [key for key in today if not is_same(today[key], found[key])] == []


def test_an_old_file_whose_words_are_spoilt_is_said_to_be_damaged_and_stays_as_it_was(tmp_path: Path) -> None:
    path = Path(shutil.copy(frozen_path(7), tmp_path / "old.boarddesk"))
    with closing(connect(path)) as connection:
        spoil(connection, "roll", "state")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()
    with pytest.raises(DamagedFile):
        OfficeFile.open(path)
    assert path.read_bytes() == before


def values_refused(connection: Connection) -> Iterator[str]:
    for sql in (
        "INSERT INTO free_day VALUES ('a', '2026-02-30', '2026-03-01', '')",
        "INSERT INTO free_day VALUES ('a', 'now', '2026-03-01', '')",
        "INSERT INTO free_day VALUES ('a', '2026-2-3', '2026-03-01', '')",
        "INSERT INTO agenda_item (id, meeting_id, title, restricted) VALUES ('a', 'b', 'c', 2)",
        "INSERT INTO organisation (id, name, sector) VALUES ('a', 'b', 'Health')",
    ):
        try:
            connection.execute(sql)
        except Error:
            yield sql


def test_a_day_that_is_none_and_a_yes_that_is_neither_are_refused_by_the_file(tmp_path: Path) -> None:
    with closing(connect(made(tmp_path))) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        assert len(list(values_refused(connection))) == 5
