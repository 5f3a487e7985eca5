"""The attendance matrix as table data: who down, meetings across, figures at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from boarddesk.rules.attendance.count import RollSeat
from boarddesk.rules.attendance.figures import NO_FIGURE, NOTHING
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.headroom import Headroom
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.attendance.rolls import MeetingRecord, Place, RegisterState
from boarddesk.rules.names.spellings import surname_words
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.register import FILLED, NOT_RECORDED, VACANT, Mark, MarkLabels, Standing
from boarddesk.ui.attendance import widths
from boarddesk.ui.attendance.across import Across
from boarddesk.ui.attendance.shown import ONE_NAME, ShownAttendance
from boarddesk.ui.look.tokens import MarkStyle
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.figure_cell import figure_cell
from boarddesk.ui.widgets.table.rows import EMPTY, Cell, Column, Group, Ink, Kind, Pin, Row

SOURCE_WIDTH = 96
WIDE = 1100
"""From this table width on, or where it fits, the column saying where somebody comes from is shown."""

KEYS_BEFORE, KEYS_AFTER = ("name", "from"), ("personal", "seat", "represented", "can_miss")
OUT_OF_REACH = "Out of reach"

HEADS = {
    By.SEAT: "Seat",
    By.PERSON: "Person",
    By.ORGANISATION: "Organisation",
    By.SECTOR: "Sector",
    By.ROLE: "Role",
    By.MEETING: "Meeting",
}
"""The groupings offered, with the head of their first column."""

APART = {
    Standing.ADVISERS: "Advisers, reported apart",
    Standing.NOT_EXPECTED: "Not expected, in no figure",
}


def columns(shown: ShownAttendance, across: Sequence[Across]) -> list[Column]:
    """Name and where from at the left, meetings, then the figures and what may still be missed."""
    by, rows = shown.query.by, shown.report.rows
    wanted, least = widths.name_width([shown.name_of(row) for row in rows])
    name = Column("name", HEADS[by], wanted, stretch=True, pin=Pin.LEFT, least=least)
    source = Column("from", "", SOURCE_WIDTH, ink=Ink.MUTED, from_width=WIDE, if_fits=True, pin=Pin.LEFT)
    meeting = widths.mark_width(shown, across)
    return [
        name,
        *([source] if by in ONE_NAME else []),
        *(column.column(*meeting) for column in across),
        *figure_columns(by, rows),
        Column("can_miss", "Can miss", _miss_width(rows), ink=Ink.MUTED, pin=Pin.RIGHT),
    ]


def figure_columns(by: By, rows: Sequence[AttendanceRow]) -> list[Column]:
    """The figures that belong to a grouping, each as wide as its widest."""
    kinds: dict[str, TargetFigure | None] = {"personal": TargetFigure.PERSONAL, "seat": TargetFigure.SEAT}
    if by is By.ORGANISATION:
        kinds = {"represented": None, "seat": TargetFigure.SEAT}
    elif by is By.MEETING:
        kinds["represented"] = None
    return [
        Column(key, title, widths.figure_width(title, rows, kind=kind), kind=Kind.NUMBER, pin=Pin.RIGHT)
        for key, kind in kinds.items()
        for title in (key.capitalize(),)
    ]


def _miss_width(rows: Sequence[AttendanceRow]) -> int:
    """As wide as what is said in it: out of reach is said whole."""
    known = [row.headroom for row in rows if row.headroom is not None and row.headroom.to_come]
    most = max((row.to_come for row in known), default=0)
    stuck = any(not row.reachable for row in known)
    said = widths.words_width([f"{most} more", *([OUT_OF_REACH] if stuck else [])], strong=True)
    return max(said, widths.words_width(["Can miss"], size=12, strong=True))


def row_id(group: GroupKey) -> str:
    """One text for a group, so that the table can name its rows."""
    return "\t".join(group)


def group_of(row: str) -> GroupKey:
    """The group a row id stands for."""
    board_id, standing, key = row.split("\t")
    return GroupKey(board_id, Standing(standing), key)


class LazyCells(Mapping[str, Cell | str]):
    """Cells made when they are first looked at: a matrix of ten years is never made whole."""

    def __init__(self, keys: Sequence[str], make: Callable[[str], Cell]) -> None:
        self._keys, self._make = keys, make
        self._made: dict[str, Cell] = {}

    def __getitem__(self, key: str) -> Cell:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Matrix:
    """The rows of what is shown: figures from the report, letters from the rolls."""

    def __init__(self, shown: ShownAttendance, across: Sequence[Across]) -> None:
        self._shown, self._by = shown, shown.query.by
        self._across = {column.key: column for column in across}
        self._keys = KEYS_BEFORE + tuple(self._across) + KEYS_AFTER
        self._missed = {run.group: run.sentence for run in shown.missed}

    def rows(self) -> list[Row]:
        """Members first, then those reported apart; people seen only on open registers after the counted."""
        counted = [self._row(row) for row in self._shown.report.rows]
        return counted + [self._uncounted(group, seat) for group, seat in self._only_open().items()]

    def groups(self, rows: Sequence[Row]) -> list[Group]:
        """A heading for each standing, and for each board where there are several; members need none."""
        return [Group(key, self._title(key)) for key in dict.fromkeys(row.group for row in rows) if key]

    def _title(self, key: str) -> str:
        board_id, _, standing = key.partition("\t")
        words = APART.get(Standing(standing), "") if standing else ""
        if not self._shown.many:
            return words
        name = self._shown.board(board_id).name
        return f"{name}: {words[:1].lower()}{words[1:]}" if words else name

    def _heading(self, group: GroupKey) -> str:
        if group.standing is Standing.MEMBERS:
            return group.board_id if self._shown.many else ""
        return f"{group.board_id}\t{group.standing}"

    def _only_open(self) -> dict[GroupKey, RollSeat]:
        found = self._shown.letters.only_open.items()
        return {
            group: seat for group, seat in found if group.standing is Standing.MEMBERS or self._by in ONE_NAME
        }

    def _row(self, row: AttendanceRow) -> Row:
        faint = not row.person and self._by is By.SEAT

        def make(key: str) -> Cell:
            return self._mark(self._across[key], row.group) if key in self._across else self._fact(key, row)

        return Row(
            row_id(row.group),
            LazyCells(self._keys, make),
            group=self._heading(row.group),
            ink=Ink.MUTED if faint else None,
        )

    def _fact(self, key: str, row: AttendanceRow) -> Cell:
        match key:
            case "name":
                return self._name(row)
            case "from":
                return self._source(row.organisation)
            case "personal":
                return figure_cell(row.personal, _target_of(row, TargetFigure.PERSONAL))
            case "seat":
                return figure_cell(row.seat, _target_of(row, TargetFigure.SEAT))
            case "represented":
                return figure_cell(row.representation or NO_FIGURE, None)
            case "can_miss":
                return _headroom(row.headroom)
            case _:
                return EMPTY

    def _name(self, row: AttendanceRow) -> Cell:
        """What the row is called; a seat that changed hands says between whom, a run of absences is said."""
        who, handover = self._shown.name_of(row), self._shown.handover(row)
        said = [part for part in (handover, self._missed.get(row.group, "")) if part]
        tip = "\n".join([row.seat_title if self._by in ONE_NAME else row.name, *said])
        order = surname_words(who) if self._by in ONE_NAME else None
        return Cell(who, sort=order, tip=tip, said=". ".join([who, *said]) if said else "")

    def _uncounted(self, group: GroupKey, seat: RollSeat) -> Row:
        names = self._shown.rolls.names
        organisation = names.organisations.get(seat.organisation_id or "")
        where = organisation.name if organisation else ""
        who = names.people.get(seat.person_id or "", VACANT) if self._by in ONE_NAME else where or group.key

        def make(key: str) -> Cell:
            if key in self._across:
                return self._mark(self._across[key], group)
            known = {"name": Cell(who, tip=seat.seat_title), "from": self._source(where)}
            return known.get(key, Cell(NOTHING, ink=Ink.FAINT))

        faint = Ink.MUTED if not seat.person_id and self._by is By.SEAT else None
        return Row(row_id(group), LazyCells(self._keys, make), group=self._heading(group), ink=faint)

    def _source(self, organisation: str) -> Cell:
        return Cell(
            self._shown.short_names.get(organisation, organisation), tip=organisation, said=organisation
        )

    def _mark(self, across: Across, group: GroupKey) -> Cell:
        meetings = across.of(group.board_id)
        if not meetings:
            return Cell(said=f"{across.says}, no meeting of this board")
        if all(meeting.register_state is RegisterState.CANCELLED for meeting in meetings):
            return Cell(muted_ground=True, said=f"{_day(meetings[0])}, cancelled")
        at = [(meeting, self._shown.letters.at(meeting.meeting.id, group)) for meeting in meetings]
        found = [(meeting, place) for meeting, places in at for place in places]
        if not found:
            return Cell(said=f"{_day(meetings[0])}, not on the roll")
        days = ", ".join(dict.fromkeys(_day(meeting) for meeting, places in at if places))
        if group.standing is Standing.NOT_EXPECTED and len(found) > 1:
            return _not_expected(found, days)
        if len(found) > 1 or (self._by not in ONE_NAME and group.standing is not Standing.NOT_EXPECTED):
            return _several(found, days)
        return _one_mark(*found[0], self._shown.labels)


def _day(meeting: MeetingRecord) -> str:
    return short_date(meeting.meeting.date)


def _one_mark(meeting: MeetingRecord, place: Place, labels: MarkLabels) -> Cell:
    counts = meeting.register_state is RegisterState.COUNTED
    left_out = "" if counts else ", register open, left out"
    if place.mark is None:
        return Cell(
            mark_style=MarkStyle.NOT_RECORDED, said=NOT_RECORDED, tip=f"{_day(meeting)}: {NOT_RECORDED}"
        )
    said = f"{labels[place.mark]}{left_out}"
    style = MarkStyle.COUNTED if counts else MarkStyle.OPEN
    return Cell(mark=place.mark.value, mark_style=style, said=said, tip=f"{_day(meeting)}: {said}")


def _several(found: Sequence[tuple[MeetingRecord, Place]], day: str) -> Cell:
    """Several seats in one cell: how many were filled of those expected."""
    counted = [place for meeting, place in found if meeting.register_state is RegisterState.COUNTED]
    places = [place for place in (counted or [place for _, place in found]) if place.is_counted]
    if not places:
        return Cell(Mark.NOT_REQUIRED.value, ink=Ink.FAINT, said=f"{day}, not required")
    filled = sum(place.mark in FILLED for place in places)
    ink = Ink.FAINT if not counted else (None if filled == len(places) else Ink.BAD)
    said = f"{day}: {filled} of {len(places)} seats filled"
    words = said if counted else f"{said}, register open, left out"
    return Cell(f"{filled}/{len(places)}", ink=ink, said=words, tip=words)


def _not_expected(found: Sequence[tuple[MeetingRecord, Place]], days: str) -> Cell:
    """Several who are in no figure: how many were there, of all who may come."""
    there = sum(place.mark in FILLED for _, place in found)
    said = f"{days}: {there} of {len(found)} there, not expected"
    return Cell(f"{there}/{len(found)}", ink=Ink.MUTED, said=said, tip=said)


def _target_of(row: AttendanceRow, figure: TargetFigure) -> Decimal | None:
    return row.target if row.target_figure is figure else None


def _headroom(found: Headroom | None) -> Cell:
    if found is None or not found.to_come:
        return Cell(NOTHING, ink=Ink.FAINT, said="no target is held against this row or no meeting is left")
    if not found.reachable:
        return Cell(
            OUT_OF_REACH, ink=Ink.BAD, sort=-1, tip=found.sentence, said="cannot reach the target now"
        )
    none_left = found.can_miss == 0
    return Cell(
        f"{found.can_miss} more",
        sort=found.can_miss,
        strong=none_left,
        ink=Ink.INK if none_left else None,
        tip=found.sentence,
        said=found.brief,
    )
