"""The sample's forward plans: what the boards want of the meetings to come, once and again and again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from boarddesk.records.agenda.forward_plan import add_entry
from boarddesk.records.file.office_file import Change
from boarddesk.records.owners import owner_called
from boarddesk.rules.agenda.entry import Every, ForwardEntry
from boarddesk.rules.agenda.item import ItemKind, Purpose
from boarddesk.rules.dates.months import month_of
from boarddesk.sample.diary import Diary

LABEL = "Write down the forward plans"


@dataclass(frozen=True)
class AheadItem:
    """An item wanted at a board to come, counted as the calendar counts that board; else some day."""

    title: str
    purpose: Purpose
    lead: str
    minutes: int
    at: int | None = None
    every: Every = Every.ONCE
    via: str = ""
    kind: ItemKind = ItemKind.ORDINARY
    note: str = ""


IMPROVEMENT = (
    AheadItem(
        *("A family’s experience of the month", Purpose.DISCUSSION, "Shabana Iqbal", 15),
        every=Every.MEETING,
        kind=ItemKind.LIVED_EXPERIENCE,
    ),
    AheadItem(
        *("Waits for therapies: what the figures say", Purpose.ASSURANCE, "Ruth Okafor", 20, 0),
        kind=ItemKind.DEEP_DIVE,
    ),
    AheadItem(
        *("Finance of the improvement plan", Purpose.ASSURANCE, "Priya Nambiar", 10, -1),
        every=Every.QUARTER,
    ),
    AheadItem("Annual conversation with the Department", Purpose.DISCUSSION, "Anthea Marlow", 30, 1),
    AheadItem(
        *("Therapies: a joint offer with the partnership", Purpose.DECISION, "Dr Alistair Keogh", 20, 2),
        via="SPB",
    ),
    AheadItem(
        *("Young people’s survey", Purpose.DISCUSSION, "Casey Holt", 15, 2),
        note="The survey closes a week before the board.",
    ),
    AheadItem(
        *("Terms of reference and membership", Purpose.DECISION, "Margaret Ashdown", 10, 3),
        every=Every.YEAR,
        kind=ItemKind.CONSENT,
    ),
    AheadItem(
        *("Quality of plans: audit of twenty", Purpose.ASSURANCE, "Joanne Whitlock", 20, 1),
        every=Every.HALF_YEAR,
    ),
    AheadItem("Preparing for adulthood: the college’s part", Purpose.INFORMATION, "Simon Laidlaw", 15, 4),
    AheadItem("Risk appetite for the year to come", Purpose.DECISION, "Priya Nambiar", 15, 5),
    AheadItem("Exclusions and part-time timetables", Purpose.ASSURANCE, "Graham Nuttall", 20, 6),
    AheadItem(
        *("Visit to the Skelden assessment hub", Purpose.INFORMATION, "Lorna Pike", 30),
        note="Once the hub has opened.",
    ),
    AheadItem("Learning from complaints and tribunals", Purpose.DISCUSSION, "Joanne Whitlock", 20),
)

PARTNERSHIP = (
    AheadItem(
        *("Progress of the improvement plan", Purpose.ASSURANCE, "Priya Nambiar", 20),
        every=Every.MEETING,
        via="SIB",
    ),
    AheadItem(
        *("Joint commissioning plan", Purpose.DECISION, "Dr Alistair Keogh", 30, 1),
        every=Every.YEAR,
        via="SIB",
    ),
    AheadItem("Local offer: what families look for", Purpose.DISCUSSION, "Beverley Strang", 20, 0),
    AheadItem("Voluntary sector grants", Purpose.INFORMATION, "Colette Amis", 10, 2),
)


def note_forward_plans(diary: Diary) -> None:
    """All of it in one sitting, yesterday."""
    calendar = diary.calendar
    days = {"SIB": calendar.board, "SPB": calendar.partnership}

    def write(_change: Change) -> None:
        for board, items in (("SIB", IMPROVEMENT), ("SPB", PARTNERSHIP)):
            for item in items:
                entry = ForwardEntry(
                    id="",
                    board_id=diary.named("board", board),
                    title=item.title,
                    purpose=item.purpose,
                    kind=item.kind,
                    owner=owner_called(diary.file, item.lead),
                    minutes=item.minutes,
                    wanted_month="" if item.at is None else month_of(days[board](item.at)),
                    every=item.every,
                    via_board_id=diary.named("board", item.via) if item.via else None,
                    note=item.note,
                )
                add_entry(diary.file, entry)

    diary.note(calendar.today - timedelta(1), LABEL, write)
