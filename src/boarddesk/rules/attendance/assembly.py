"""The attendance table assembled from what was counted: rows in order, totals, the trend over meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import add

from boarddesk.rules.attendance.figures import NO_FIGURE, NO_TALLY, Figure, Tally
from boarddesk.rules.attendance.groups import AttendanceCount, By, Group, GroupKey, MeetingTally
from boarddesk.rules.attendance.headroom import Headroom
from boarddesk.rules.attendance.report import AttendanceReport, AttendanceRow, AttendanceTotal, MeetingFigures
from boarddesk.rules.meetings.meeting import meeting_title
from boarddesk.rules.people import Board, Role, Sector, TargetFigure
from boarddesk.rules.registers.register import VACANT, Standing

NO_ORGANISATION = "No organisation"

_SECTORS, _ROLES, _STANDINGS = list(Sector), list(Role), list(Standing)
_WITHOUT_THE_UNEXPECTED = {By.ORGANISATION, By.SECTOR, By.MEETING, By.BOARD}
"""Groupings in which a row of nothing but observers would say nothing."""

_OWN_ROLE = {By.PERSON, By.SEAT, By.ROLE}
"""Groupings whose rows have a role of their own."""

_OF_A_PERSON = {By.PERSON, By.SEAT}
_OF_AN_ORGANISATION = _OF_A_PERSON | {By.ORGANISATION}
"""Groupings whose rows belong to one: of a sector, a role or a meeting any of them would be as wrong."""


def attendance_report(
    counted: AttendanceCount,
    boards: Sequence[Board],
    *,
    first: date | None = None,
    last: date | None = None,
    headroom: Mapping[GroupKey, Headroom] | None = None,
) -> AttendanceReport:
    """Assemble the table from what was counted; boards in the order they are to stand in."""
    known = {board.id: board for board in boards}
    trend = tuple(_on_the_trend(meeting, known[meeting.meeting.board_id]) for meeting in counted.meetings)
    titles = {figures.meeting.id: figures.title for figures in trend}
    represented = _representations(counted)
    rows = [
        _row(
            register,
            by=counted.by,
            board=known[register.group.board_id],
            titles=titles,
            represented=represented,
        )
        for register in _in_order(counted, known, titles)
    ]
    return AttendanceReport(
        counted.by,
        first,
        last,
        tuple(_with_headroom(row, headroom or {}) for row in rows),
        _members_total(counted, boards),
        _advisers_total(counted, boards),
        trend,
        counted.open_registers,
        counted.cancelled,
    )


def _in_order(
    counted: AttendanceCount, boards: Mapping[str, Board], titles: Mapping[str, str]
) -> list[Group]:
    """Members, advisers, those not expected; boards in their order; then as people list such things."""
    board_place = {key: index for index, key in enumerate(boards)}
    meeting_place = {key: index for index, key in enumerate(titles)}

    def place(group: Group) -> tuple[int, int, int, str, str]:
        standing = _STANDINGS.index(group.group.standing)
        within = _place_within(group, counted.by, meeting_place)
        return (standing, board_place[group.group.board_id], *within, group.group.key)

    shown = [group for group in counted.groups if _is_shown(group, counted.by)]
    return sorted(shown, key=place)


def _is_shown(group: Group, by: By) -> bool:
    return group.group.standing is not Standing.NOT_EXPECTED or by not in _WITHOUT_THE_UNEXPECTED


def _place_within(group: Group, by: By, meetings: Mapping[str, int]) -> tuple[int, str]:
    match by:
        case By.ORGANISATION:
            return (int(not group.organisation), group.organisation.casefold())
        case By.SECTOR:
            return (_SECTORS.index(group.sector), "")
        case By.ROLE:
            return (_ROLES.index(group.role), "")
        case By.MEETING:
            return (meetings[group.group.key], "")
        case _:
            return (group.position, group.person.casefold())


def _row(
    group: Group,
    *,
    by: By,
    board: Board,
    titles: Mapping[str, str],
    represented: Mapping[GroupKey, Figure],
) -> AttendanceRow:
    is_member = group.group.standing is Standing.MEMBERS
    return AttendanceRow(
        group=group.group,
        board=board.short_name,
        by=by,
        name=_name(group, by, board=board, titles=titles),
        person=group.person if by in _OF_A_PERSON else "",
        seat_title=group.seat if by in _OF_A_PERSON else "",
        organisation=group.organisation if by in _OF_AN_ORGANISATION else "",
        role=_role(group, by),
        tally=group.tally,
        representation=None if by is By.ROLE else represented.get(_represented_key(group, by), NO_FIGURE),
        target=board.attendance_target if is_member else None,
        target_figure=board.target_figure,
        person_id=group.person_id if by in _OF_A_PERSON else None,
    )


def _with_headroom(row: AttendanceRow, headroom: Mapping[GroupKey, Headroom]) -> AttendanceRow:
    found = headroom.get(row.group)
    return row if found is None else row.with_headroom(found)


def _name(group: Group, by: By, *, board: Board, titles: Mapping[str, str]) -> str:
    match by:
        case By.PERSON:
            return group.person or VACANT
        case By.SEAT:
            return group.seat or group.person or VACANT
        case By.ORGANISATION:
            return group.organisation or NO_ORGANISATION
        case By.MEETING:
            return titles.get(group.group.key, "")
        case By.BOARD:
            return board.name
        case _:
            return group.group.key


def _role(group: Group, by: By) -> Role:
    if by in _OWN_ROLE:
        return group.role
    return Role.ADVISER if group.group.standing is Standing.ADVISERS else Role.MEMBER


def _represented_key(group: Group, by: By) -> GroupKey:
    """Where a row's representation is found: a person's or a seat's is its organisation's."""
    if by in _OF_A_PERSON:
        return group.group._replace(key=group.organisation_id or "")
    return group.group


def _representations(counted: AttendanceCount) -> dict[GroupKey, Figure]:
    """By organisation, sector, board or meeting, whichever the rows need."""
    found: dict[GroupKey, Figure] = {}
    if counted.by is By.MEETING:
        for meeting in counted.meetings:
            key = GroupKey(meeting.meeting.board_id, Standing.MEMBERS, meeting.meeting.id)
            found[key] = meeting.represented
        return found
    for (board_id, standing, organisation), body in counted.represented.items():
        word = {By.SECTOR: body.sector.value, By.BOARD: board_id}.get(counted.by, organisation)
        key = GroupKey(board_id, standing, word)
        found[key] = found.get(key, NO_FIGURE) + body.figure
    return found


def _members_total(counted: AttendanceCount, boards: Sequence[Board]) -> AttendanceTotal:
    return _total(
        [meeting.members for meeting in counted.meetings],
        [meeting.represented for meeting in counted.meetings],
        boards,
    )


def _advisers_total(counted: AttendanceCount, boards: Sequence[Board]) -> AttendanceTotal:
    advisers = Standing.ADVISERS
    represented = [body.figure for key, body in counted.represented.items() if key[1] is advisers]
    total = _total([meeting.advisers for meeting in counted.meetings], represented, boards)
    return AttendanceTotal(total.tally, total.representation, None, total.target_figure)


def _total(
    tallies: Iterable[Tally], represented: Iterable[Figure], boards: Sequence[Board]
) -> AttendanceTotal:
    target, figure = one_target(boards)
    return AttendanceTotal(
        reduce(add, tallies, NO_TALLY), reduce(add, represented, NO_FIGURE), target, figure
    )


def one_target(boards: Sequence[Board]) -> tuple[Decimal | None, TargetFigure]:
    """The target several boards share and the figure it is held against; no target where they differ."""
    held = {(board.attendance_target, board.target_figure) for board in boards}
    return held.pop() if len(held) == 1 else (None, TargetFigure.SEAT)


def _on_the_trend(tally: MeetingTally, board: Board) -> MeetingFigures:
    title = meeting_title(board.short_name, tally.meeting, board.year_start)
    return MeetingFigures(tally.meeting, title, tally.members, tally.advisers, tally.represented)
