"""Freezes an office file of today's format, once per version: `.venv/bin/python -m tests.boards.freeze`.

The office is small and fictional, with a row or more in every table and every kind of entry in its log.  It
is made by the program of its version and never made again: later programs open the very bytes people have.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.boards.agendas import note_agendas
from tests.boards.minutes import note_erased, note_minutes

from boarddesk.records import boards, documents, lines, meetings, people, seats
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import connect
from boarddesk.records.file.header import SCHEMA_VERSION
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports.kept_choices import keep_choices
from boarddesk.records.leftovers import keep_leftovers
from boarddesk.records.office import name_office
from boarddesk.records.owners import owner_called
from boarddesk.records.plan import actions, areas, challenges, evidence, judgements, kpis, milestones, plans
from boarddesk.records.registers import taking as attendance
from boarddesk.records.risks import escalations, issues, matrices, register, scores, treatment
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.imports.contents import Leftover
from boarddesk.rules.imports.plan_choices import ChoiceKind, PlanChoice
from boarddesk.rules.people import QuorumRule, Role, Sector
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.plan.kpis import Actual, Target
from boarddesk.rules.registers.quorum import Answer
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.risks.escalations import EscalationKind
from boarddesk.rules.risks.matrix import USUAL, Matrix
from boarddesk.rules.risks.risk import Appetite, Assurance, ScoreKind
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

HERE = Path(__file__).resolve().parent
APRIL, MAY, JUNE = date(2026, 4, 14), date(2026, 5, 12), date(2026, 6, 9)
SMALL_PAGES = 1024
"""A file of few rows is mostly half-empty pages; any page size is the same file to the program."""

PEOPLE = {
    "Ann Hale": Role.CHAIR,
    "Zoë Moor": Role.MEMBER,
    "Siân O’Brien": Role.MEMBER,
    "Dee Grant": Role.ADVISER,
    "Eve Byrne": Role.SECRETARY,
}
MARKS = (Mark.PRESENT, Mark.DEPUTY, Mark.PART, Mark.APOLOGIES, Mark.NOT_REQUIRED)


def frozen_path(version: int) -> Path:
    return HERE / f"version-{version}.boarddesk"


def freeze(path: Path) -> None:
    """Write the office, look whether it holds everything, and make it small."""
    with OfficeFile.create(path, office="Fernbeck", clock=clock(), new_id=ids(), who="Eve Byrne") as file:
        name_office(file, name="Fernbeck", partnership="Fernbeck Partnership", secretary="Eve Byrne")
        board_id = note_board(file)
        note_meetings(file, board_id)
        note_erased(file, board_id)
        plan_id, area_id, action_id = note_plan(file, board_id)
        kpi_id = note_kpis(file, plan_id, area_id, action_id=action_id)
        note_risks(file, board_id, area_id, kpi_id=kpi_id)
        note_papers(file, action_id)
        note_agendas(file, board_id, area_id)
        note_minutes(file, board_id)
        change_the_mind(file, action_id)
        empty = empty_tables(file)
    shrink(path)
    if empty or faults(path):
        raise SystemExit(f"Not frozen: {', '.join(empty) or faults(path)}")


def clock() -> Callable[[], datetime]:
    """A minute later at each look."""
    minutes = count()
    return lambda: datetime(2026, 5, 4, 9, 0, tzinfo=UTC) + timedelta(minutes=next(minutes))


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"{next(numbers):016x}"


def note_board(file: OfficeFile) -> str:
    """A board with its quorum, a reporting line, its seats, a deputy and somebody known by another name."""
    board_id = boards.add_board(
        file, "Fernbeck SEND Board", "FSB", venue="Old Library", start_time="13:30", quorum="1/3"
    )
    boards.set_quorum_rules(
        file, board_id, [QuorumRule(1, Sector.HEALTH, from_date=MAY), QuorumRule(1, roles=(Role.CHAIR,))]
    )
    lines.add_line(file, board_id, "Fernbeck Cabinet", kind=LineKind.SCRUTINISED_BY, from_day=MAY)
    trust = boards.add_organisation(file, "Fernbeck Trust", sector=Sector.HEALTH)
    for name, role in PEOPLE.items():
        person_id = people.add_person(file, name, organisation_id=trust, email="someone@fernbeck.example")
        seat_id = seats.add_seat(file, board_id, f"Seat of {name}", role=role, organisation_id=trust)
        seats.appoint(file, seat_id, person_id, from_date=date(2025, 9, 1))
        people.remember_alias(file, person_id, name.partition(" ")[0])
    deputy = people.add_person(file, "Finn Vale")
    seats.set_deputies(file, seats.seats(file, board_id)[1].id, [deputy])
    attendance.set_mark_labels(file, [(Mark.REMOTE, "By video")])
    return board_id


def note_meetings(file: OfficeFile, board_id: str) -> None:
    """A meeting with a closed register, one still open, one to come with a reply."""
    for day in (APRIL, MAY):
        meeting_id = meetings.add_meeting(file, board_id, day)
        attendance.open_register(file, meeting_id, today=day)
        mark_all(file, meeting_id)
        attendance.add_guest(file, meeting_id, "Gil Sand", organisation="Fernbeck College", purpose="Item 4")
        if day == APRIL:
            attendance.close_register(file, meeting_id, today=day)
    to_come = meetings.add_meeting(file, board_id, JUNE)
    seat_id = seats.seats(file, board_id)[2].id
    attendance.reply(file, to_come, seat_id, answer=Answer.APOLOGIES, reason="On leave")


def mark_all(file: OfficeFile, meeting_id: str) -> None:
    rows = file.rows(
        "SELECT r.id FROM roll_row r JOIN roll ON roll.id = r.roll_id WHERE meeting_id = ? ORDER BY position",
        (meeting_id,),
    )
    for row, mark in zip(rows, MARKS, strict=True):
        attendance.mark(file, row["id"], mark)
    deputy = file.value("SELECT person_id FROM deputy")
    attendance.name_deputy(file, rows[1]["id"], str(deputy))
    attendance.set_part(file, rows[2]["id"], part_to="15:00")
    attendance.set_reason(file, rows[3]["id"], "Inspection in school")


def note_plan(file: OfficeFile, board_id: str) -> tuple[str, str, str]:
    """A plan of one area and two actions, one of them with everything an action can have."""
    bands = [TermBand("Summer 2026", date(2026, 4, 1), date(2026, 8, 31))]
    plan_id = plans.add_plan(
        file, "Fernbeck plan", board_id=board_id, from_date=date(2025, 9, 1), bands=bands
    )
    area_id = areas.add_area(file, plan_id, number="1", title="Plans on time", leads=["Zoë Moor"])
    action_id = actions.add_action(
        file, area_id, ref="1.1", text="Write to families", by_when="May 26", owners=["Siân O’Brien"]
    )
    actions.add_action(file, area_id, ref="1.2", text="Moderate every draft", by_when="TBC")
    milestones.add_milestone(file, action_id, text="Letter agreed", by_when="30/04/2026", owner="Dee Grant")
    actions.set_by_when(file, action_id, "September 2026")
    judgements.declare(file, action_id, key_of(0), as_at=APRIL)
    judgements.set_status(file, action_id, key_of(-2), why="The letter waits for advice", as_at=MAY)
    actions.add_update(file, action_id, text="First draft sent – 12 replies", as_at=MAY, said_by="Zoë Moor")
    areas.add_highlight(file, area_id, kind="done", text="Draft letter shared", as_at=MAY)
    question = challenges.ask(file, action_id, text="Who reads it first?", asked_on=MAY, asked_by="Ann Hale")
    challenges.answer(file, question, answer="Two parents.", answered_on=JUNE)
    keep_choices(file, plan_id, [PlanChoice(ChoiceKind.NOT_TABLE, "Our diary | Date | Who | Actions")])
    return plan_id, area_id, action_id


def key_of(place: int) -> str:
    return IMPROVEMENT_PLAN.statuses[place].key


def note_kpis(file: OfficeFile, plan_id: str, area_id: str, *, action_id: str) -> str:
    """A figure with a checkpoint that was restated."""
    kpi_id = kpis.add_kpi(
        file, plan_id, ref="K1", wording="Plans within 20 weeks", area_id=area_id, action_id=action_id
    )
    target = Target(value=Decimal("62.5"))
    checkpoint = kpis.add_checkpoint(file, kpi_id, label="Spring", target=target, due=MAY)
    kpis.set_actual(file, checkpoint, Actual(Decimal("61.0"), as_at=MAY, provisional=True))
    kpis.restate(file, checkpoint, Actual(Decimal("61.4"), as_at=MAY), why="Late returns", made_on=JUNE)
    return kpi_id


def note_risks(file: OfficeFile, board_id: str, area_id: str, *, kpi_id: str) -> None:
    """A matrix, a category, a risk with all that hangs on one, an issue, and what was sent up."""
    levels = tuple(replace(level, review_every_days=28) for level in USUAL.levels)
    cells = {place: levels[USUAL.levels.index(level)] for place, level in USUAL.cells.items()}
    matrices.set_matrix(file, Matrix(USUAL.likelihoods, USUAL.impacts, levels, cells), today=APRIL)
    category = treatment.add_category(file, "Delivery", appetite=Appetite(4, 8))
    risk_id = register.add_risk(
        file,
        ref="R1",
        title="Too few advisers",
        raised_on=APRIL,
        board_id=board_id,
        area_id=area_id,
        kpi_ids=(kpi_id,),
        category_id=category,
        owner=owner_called(file, "Ann Hale"),
        target_by=JUNE,
    )
    for kind, likelihood in zip(ScoreKind, (4, 3, 2), strict=True):
        scores.set_score(file, risk_id, likelihood=likelihood, impact=4, as_at=MAY, kind=kind, why="Two left")
    treatment.add_control(file, risk_id, text="Weekly list", assurance=Assurance.PARTIAL, tested_on=MAY)
    mitigation = treatment.add_mitigation(file, risk_id, text="Advertise together", due=MAY)
    treatment.move_mitigation(file, mitigation, due=JUNE, on=MAY, why="No reply")
    escalations.escalate(
        file,
        escalations.Sending(
            EscalationKind.RISK, MAY, "Two left", "A joint advert", board_id, to_name="FPB", record_id=risk_id
        ),
    )
    register.accept_risk(file, risk_id, by="Ann Hale", why="Costs more than it saves", on=MAY, until=JUNE)
    issues.add_issue(
        file, ref="I1", title="The portal was down", raised_on=MAY, board_id=board_id, area_id=area_id
    )


def note_papers(file: OfficeFile, action_id: str) -> None:
    """Evidence, something an import left over, and a document as it was issued."""
    evidence.add_evidence(file, title="Letter to families", dated=MAY, action_ids=(action_id,))
    with file.change("Import a plan") as change:
        left = Leftover("Table 1, row 9", "ongoing", "It says no date.")
        keep_leftovers(change, "old plan.docx", [left], today=MAY)
    documents.issue(
        file,
        kind="highlight",
        scope="whole board",
        title="Highlight report, 12 May 2026",
        word=b"the bytes of a document",
        as_at=MAY,
        issued_on=MAY,
        scheme=IMPROVEMENT_PLAN,
    )


def change_the_mind(file: OfficeFile, action_id: str) -> None:
    """Every kind of entry: done, undone, redone, undone once more, and something deleted."""
    actions.change_action(file, action_id, text="Write to all families")
    file.undo()
    file.redo()
    file.undo()
    person_id = people.add_person(file, "Hal Brook")
    people.remove_person(file, person_id)
    actions.change_action(file, action_id, success_measure="Every family has a letter")


def empty_tables(file: OfficeFile) -> list[str]:
    tables = file.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [row["name"] for row in tables if not file.value(f'SELECT count(*) FROM "{row["name"]}"')]


def shrink(path: Path) -> None:
    connection = connect(path)
    try:
        connection.execute(f"PRAGMA page_size = {SMALL_PAGES}")
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def main() -> None:
    path = frozen_path(SCHEMA_VERSION)
    if path.exists():
        raise SystemExit(f"{path.name} is frozen already. A new format has a new number.")
    with TemporaryDirectory() as folder:
        made = Path(folder) / path.name
        freeze(made)
        shutil.copyfile(made, path)
    sys.stdout.write(f"{path.name}  {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
