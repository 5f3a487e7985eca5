"""Headroom read back: what each group may still miss over its board's year."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from boarddesk.records.attendance.tallies import rolls
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers.reading import year_registers
from boarddesk.rules.attendance.count import group_rolls
from boarddesk.rules.attendance.groups import By, Group, GroupKey
from boarddesk.rules.attendance.headroom import Headroom, headrooms
from boarddesk.rules.meetings.meeting import board_year
from boarddesk.rules.people import Board, Role, Sector
from boarddesk.rules.registers.marking import with_rows_of


def year_headroom(
    file: OfficeFile,
    by: By,
    of: Sequence[Board],
    day: date,
    *,
    roles: Collection[Role] = (),
    sectors: Collection[Sector] = (),
) -> dict[GroupKey, Headroom]:
    """What every group may still miss over each board's year that a day falls in."""
    only = of[0].id if len(of) == 1 else None
    pending = [
        with_rows_of(register, roles=roles, sectors=sectors)
        for register in year_registers(file, only, day, pending=True)
    ]
    so_far: list[Group] = []
    for start in {board.year_start for board in of}:
        first, last = board_year(day, start)
        alike = {board.id for board in of if board.year_start is start}
        year = rolls(file, board_id=only, first=first, last=last).only(roles=roles, sectors=sectors)
        groups = group_rolls(year.counted, by, year.names)
        so_far += [group for group in groups if group.group.board_id in alike]
    return headrooms(so_far, pending, of, by)
