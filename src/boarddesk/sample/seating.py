"""Sets up the sample's boards, people and seats, with those who join and leave on their days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from boarddesk.records.file.office_file import Change
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.people import QuorumRule, Role, Sector, TargetFigure
from boarddesk.sample.diary import Diary
from boarddesk.sample.people import BODIES, FOREVER, IMPROVEMENT, PARTNERSHIP, Body, Holder, Place

HEALTH_AND_WELLBEING = "Northmoor Health and Wellbeing Board"
ICB_TOOK_OVER = -6
"""After that month the improvement board answers to the integrated care board, not to its committee."""


@dataclass(frozen=True)
class SampleLine:
    """A line to a board of the sample by its short name, or to another body by its name.

    It begins after, or ends with, a month.
    """

    to: str
    kind: LineKind = LineKind.ACCOUNTABLE_TO
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class SampleBoard:
    """A board of the sample with its terms of reference and its seats."""

    name: str
    short: str
    purpose: str
    frequency: str
    places: tuple[Place, ...]
    quorum: str
    rules: tuple[QuorumRule, ...] = ()
    lines: tuple[SampleLine, ...] = ()
    target: Decimal = Decimal(90)
    figure: TargetFigure = TargetFigure.SEAT
    terms: str = ""
    venue: str = "Committee Room 2, County Hall, and by video"
    start: str = "13:30"
    end: str = "15:30"


PARTNERSHIP_BOARD = SampleBoard(
    name="SEND Partnership Board",
    short="SPB",
    purpose="Brings council, health, schools, families and young people together to lead SEND in Northmoor.",
    frequency="every two months",
    places=PARTNERSHIP,
    quorum="1/2",
    rules=(QuorumRule(1, sector=Sector.PARENTS_AND_CARERS),),
    lines=(SampleLine(HEALTH_AND_WELLBEING, LineKind.INFORMS),),
    target=Decimal(80),
    figure=TargetFigure.PERSONAL,
    venue="The Corn Exchange, Skelden",
    start="10:00",
    end="12:00",
)

IMPROVEMENT_BOARD = SampleBoard(
    name="SEND Improvement Board",
    short="SIB",
    purpose="Holds partners to the improvement plan and tells government advisers how it goes.",
    frequency="monthly, not in August",
    places=IMPROVEMENT,
    quorum="8",
    terms="1",
    rules=(
        QuorumRule(1, sector=Sector.HEALTH),
        QuorumRule(1, sector=Sector.PARENTS_AND_CARERS),
        QuorumRule(1, roles=(Role.CHAIR, Role.VICE_CHAIR)),
    ),
    lines=(
        SampleLine("SPB"),
        SampleLine(HEALTH_AND_WELLBEING),
        SampleLine("Northmoor Council Cabinet"),
        SampleLine("Northmoor ICB Quality Committee", until=ICB_TOOK_OVER),
        SampleLine("Northmoor Integrated Care Board", since=ICB_TOOK_OVER),
        SampleLine("Children and Families Scrutiny Committee", LineKind.SCRUTINISED_BY),
    ),
)


def add_bodies(diary: Diary, change: Change, bodies: Iterable[Body] = BODIES) -> None:
    """The organisations."""
    for position, body in enumerate(bodies):
        made = change.insert(
            "organisation", name=body.name, short_name=body.short, sector=body.sector, position=position
        )
        diary.name("body", body.short, made)


def add_board(diary: Diary, change: Change, board: SampleBoard, *, first: int) -> None:
    """A board with its seats as they stood at the board counted `first`."""
    board_id = change.insert(
        "board",
        name=board.name,
        short_name=board.short,
        purpose=board.purpose,
        terms_version=board.terms,
        frequency=board.frequency,
        attendance_target=board.target,
        target_figure=board.figure,
        quorum=board.quorum,
        venue=board.venue,
        start_time=board.start,
        review_on=diary.calendar.month_end(9),
    )
    diary.name("board", board.short, board_id)
    for position, line in enumerate(board.lines):
        if line.since is None:
            _draw(diary, change, board, line, position=position)
    for position, rule in enumerate(board.rules):
        change.insert(
            "quorum_rule",
            board_id=board_id,
            at_least=rule.at_least,
            sector=rule.sector or "",
            role=",".join(rule.roles),
            position=position,
        )
    for position, place in enumerate(board.places):
        if place.since <= first:
            add_seat(diary, change, board, place, position=position, first=first)


def _draw(diary: Diary, change: Change, board: SampleBoard, line: SampleLine, *, position: int) -> None:
    named = {known.short: known.name for known in (PARTNERSHIP_BOARD, IMPROVEMENT_BOARD)}
    made = change.insert(
        "reporting_line",
        board_id=diary.named("board", board.short),
        to_board_id=diary.ids.get(("board", line.to)),
        to_name=named.get(line.to, line.to),
        kind=line.kind,
        from_day=None if line.since is None else diary.calendar.month_end(line.since) + timedelta(1),
        position=position,
    )
    diary.name(f"line {board.short}", line.to, made)


def note_changed_lines(diary: Diary, board: SampleBoard) -> None:
    """Lines that end, and those that begin after them."""
    for position, line in enumerate(board.lines):
        if line.until is not None:
            _note_end(diary, board, line, day=diary.calendar.month_end(line.until))
        if line.since is not None:
            _note_line(diary, board, line, position=position, day=diary.calendar.month_end(line.since))


def _note_end(diary: Diary, board: SampleBoard, line: SampleLine, *, day: date) -> None:
    def action(change: Change) -> None:
        change.update("reporting_line", diary.named(f"line {board.short}", line.to), until_day=day)

    diary.note(day, f"End line {board.short} {line.kind} {line.to}", action)


def _note_line(diary: Diary, board: SampleBoard, line: SampleLine, *, position: int, day: date) -> None:
    def action(change: Change) -> None:
        _draw(diary, change, board, line, position=position)

    diary.note(day, f"Add line {board.short} {line.kind} {line.to}", action)


def add_seat(
    diary: Diary,
    change: Change,
    board: SampleBoard,
    place: Place,
    *,
    position: int,
    first: int,
    from_date: date | None = None,
) -> None:
    """A seat with its deputies and whoever holds it at that board."""
    seat_id = change.insert(
        "seat",
        board_id=diary.named("board", board.short),
        title=place.title,
        organisation_id=diary.named("body", place.body),
        role=place.role,
        counts_for_quorum=place.role.counts_for_quorum_by_default,
        expected=place.role.expected_by_default,
        from_date=from_date,
        position=position,
    )
    diary.name(f"seat {board.short}", place.title, seat_id)
    for at, name in enumerate(place.deputies):
        change.insert(
            "deputy", seat_id=seat_id, person_id=person(diary, change, name, body=place.body), position=at
        )
    for holder in place.holders:
        person(diary, change, holder.name, body=place.body)
        if holder.first <= first <= holder.last:
            _sit_down(diary, change, board, place, holder, from_date=from_date)


def note_comings_and_goings(diary: Diary, board: SampleBoard, days: dict[int, date], *, first: int) -> None:
    """Seats made later, and those who take up or leave a seat between two boards."""
    for position, place in enumerate(board.places):
        if first < place.since < FOREVER:
            _note_new_seat(diary, board, place, position=position, day=days[place.since] - timedelta(10))
        for holder in place.holders:
            if place.since < holder.first and first < holder.first:
                _note_joining(diary, board, place, holder, day=days[holder.first] - timedelta(6))
            if first <= holder.last < FOREVER:
                _note_leaving(diary, board, place, holder, day=days[holder.last] + timedelta(9))


def _note_new_seat(diary: Diary, board: SampleBoard, place: Place, *, position: int, day: date) -> None:
    def action(change: Change) -> None:
        add_seat(diary, change, board, place, position=position, first=place.since, from_date=day)

    diary.note(day, f"Add seat {place.title} to {board.short}", action)


def _note_joining(diary: Diary, board: SampleBoard, place: Place, holder: Holder, *, day: date) -> None:
    def action(change: Change) -> None:
        _sit_down(diary, change, board, place, holder, from_date=day)

    diary.note(day, f"{holder.name} joins {board.short}", action)


def _note_leaving(diary: Diary, board: SampleBoard, place: Place, holder: Holder, *, day: date) -> None:
    def action(change: Change) -> None:
        membership = diary.named(f"membership {board.short} {place.title}", holder.name)
        change.update("membership", membership, to_date=day)

    diary.note(day, f"{holder.name} leaves {board.short}", action)


def _sit_down(
    diary: Diary, change: Change, board: SampleBoard, place: Place, holder: Holder, *, from_date: date | None
) -> None:
    membership = change.insert(
        "membership",
        seat_id=diary.named(f"seat {board.short}", place.title),
        person_id=person(diary, change, holder.name, body=place.body),
        from_date=from_date,
    )
    diary.name(f"membership {board.short} {place.title}", holder.name, membership)


def person(diary: Diary, change: Change, name: str, *, body: str) -> str:
    """The person of that name, added when first named."""
    if ("person", name) in diary.ids:
        return diary.named("person", name)
    address = ".".join(word for word in name.lower().split() if word not in ("dr", "cllr"))
    made = change.insert(
        "person", name=name, email=f"{address}@northmoor.example", organisation_id=diary.named("body", body)
    )
    return diary.name("person", name, made)
