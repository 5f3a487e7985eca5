"""An agenda to print: the one of the picture, an empty one, and one that is far too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.rules.rolls import row

from boarddesk.rules.agenda.item import AgendaItem, ItemKind, Purpose
from boarddesk.rules.agenda.laid_out import lay_out
from boarddesk.rules.agenda.pack import AgendaPack, ComingMeeting
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.owners import Owner, OwnerKind
from boarddesk.rules.papers.paper import Clearance, CopyKind, KeptFinding, Paper, PaperCopy
from boarddesk.rules.people import Board
from boarddesk.rules.registers.quorum import Answer, Reply, forecast, replies_counted

JUNE, JULY, TODAY = date(2026, 6, 9), date(2026, 7, 14), date(2026, 6, 2)
BOARD = Board("b", "SEND Improvement Board", "SIB", quorum="2", minutes_long=120)
MEETING = Meeting(
    "m", "b", 3, JUNE, start_time="14:00", end_time="16:00", venue="Council Chamber, Moor House", link="x"
)
NEXT = Meeting("j", "b", 4, JULY, start_time="14:00", venue="Moor House")


def item(
    key: str, title: str, purpose: Purpose, minutes: int | None, lead: str = "Margaret Oduya"
) -> AgendaItem:
    """An item led by a person."""
    return AgendaItem(
        key, "m", title, purpose=purpose, minutes=minutes, lead=Owner(lead, OwnerKind.PERSON, lead)
    )


ITEMS = (
    item("1", "Welcome, apologies and quorum", Purpose.INFORMATION, 5),
    item("2", "Declarations of interest", Purpose.INFORMATION, 5),
    item("3", "Minutes of 12 May 2026", Purpose.DECISION, 5),
    item("4", "Area 4, plans: locum psychology advice", Purpose.DECISION, 30, "Mary Adeyemi"),
    replace(
        item("5", "A parent’s account: waiting for a plan", Purpose.DISCUSSION, 15, "Jo Bramhall"),
        kind=ItemKind.LIVED_EXPERIENCE,
        restricted=True,
        exempt_paragraph=2,
        restricted_why="It would name a family.",
        chair_note="MARKER never issued",
        words_to_use="MARKER words",
    ),
    item("6", "Data and plans", Purpose.NOT_SAID, None, ""),
    replace(item("6a", "Joint data set, new date", Purpose.DECISION, 15, "Amrit Gill"), parent_id="6"),
    replace(item("6b", "Highlight report", Purpose.ASSURANCE, 20, "Head of SEND services"), parent_id="6"),
)


def copy(name: str, *findings: KeptFinding) -> PaperCopy:
    """A copy that came on the day."""
    return PaperCopy(name, CopyKind.ORIGINAL, f"{name}.docx", name, 10_000, TODAY, findings=findings)


ADVICE = Paper("advice", "b", "Locum psychology advice: case for spending", copies=(copy("advice"),))
ACCOUNT = Paper("account", "b", "The family’s own words", copies=(copy("account"),))
DATA = Paper(
    "data",
    "b",
    "Joint data set: request for a new date",
    clearances=(Clearance("r", "Finance"),),
)
REPORT = Paper(
    "report",
    "b",
    "Highlight report, version 3",
    copies=(copy("report", KeptFinding("f", "comments", "2 comments, one names a person")),),
    clearances=(Clearance("r", "Finance"),),
)
GONE = Paper("gone", "b", "Withdrawn paper", withdrawn_on=TODAY, withdrawn_why="Wrong figures")

ROWS = tuple(row(name) for name in ("Ann Hale", "Ben Moor", "Cal Vale", "Dee Grant"))
REPLIES = (
    Reply(ROWS[0].seat_id, Answer.COMING),
    Reply(ROWS[1].seat_id, Answer.DEPUTY, "d", "Flo Reed"),
    Reply(ROWS[2].seat_id, Answer.APOLOGIES),
)

FULL = AgendaPack(
    partnership="Northmoor SEND Partnership",
    board=BOARD,
    meeting=MEETING,
    title="SIB 2026/27 · 03",
    chair="Margaret Oduya",
    author="Joan Fairley",
    agenda=lay_out(ITEMS, start="14:00", length=120),
    papers={"4": (ADVICE, GONE), "5": (ACCOUNT,), "6a": (DATA,), "6b": (REPORT, ADVICE)},
    papers_due=date(2026, 6, 5),
    as_at=TODAY,
    edition=Edition(3),
    forecast=forecast(BOARD, ROWS, REPLIES, day=JUNE),
    replies=replies_counted(ROWS, REPLIES),
    apologies=(("Ben Moor", "Flo Reed"), ("Cal Vale", "")),
    coming=(
        ComingMeeting(Meeting("j", "b", 4, JULY, start_time="14:00", venue="Moor House"), date(2026, 7, 3)),
    ),
    between=("D-004 (by chair's action, Margaret Oduya, 20 May 2026): one more panel each week.",),
)
EMPTY = AgendaPack(
    partnership="",
    board=replace(BOARD, quorum=""),
    meeting=Meeting("m", "b", 1, JUNE),
    title="SIB 2026/27 · 01",
    chair="",
    author="",
    agenda=lay_out((), length=120),
    papers={},
    papers_due=date(2026, 6, 1),
    as_at=TODAY,
    edition=Edition(drafted_on=TODAY),
)
LONG = replace(
    FULL,
    agenda=lay_out(
        [
            item(str(at), f"Item {at} with a title that goes on for a good while and then some", purpose, 10)
            for at, purpose in enumerate(list(Purpose)[1:] * 10)
        ],
        start="14:00",
        length=120,
    ),
    papers={},
)
