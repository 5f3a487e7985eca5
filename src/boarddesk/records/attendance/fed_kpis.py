"""KPIs that are fed from the office's own attendance figures: they follow the registers by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from boarddesk.records.attendance.tallies import count_attendance
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.attendance.groups import AttendanceCount, By
from boarddesk.rules.people import Board
from boarddesk.rules.plan.fed_figures import FedAttendance, fed
from boarddesk.rules.plan.feeds import FedFrom, Feed, feed_kept
from boarddesk.rules.plan.kpis import Kpi

Specs = Mapping[str, str]
"""What feeds a KPI, as kept, by the KPI's id; nothing for one that is not fed."""


def with_feeds(
    file: OfficeFile, kpis: Iterable[Kpi], specs: Specs, *, as_at: date | None = None
) -> tuple[Kpi, ...]:
    """The same KPIs, those that are fed with their figures on a day; without one, as last counted."""
    feeds = {key: feed for key, spec in specs.items() if (feed := feed_kept(spec))}
    if not feeds:
        return tuple(kpis)
    known = boards(file)
    whose = {key: board for key, feed in feeds.items() if (board := board_fed_from(known, feed))}
    registers = {
        board.id: count_attendance(file, By.BOARD, board_id=board.id, last=as_at)
        for board in set(whose.values())
    }
    return tuple(
        _with_feed(kpi, feeds[kpi.id], whose[kpi.id], registers[whose[kpi.id].id], as_at)
        if kpi.id in whose
        else kpi
        for kpi in kpis
    )


def board_fed_from(known: Iterable[Board], feed: Feed) -> Board | None:
    """The board of a feed: by its id, or by the short name that version 1.0.0 wrote."""
    found = list(known)
    named = (board for board in found if board.short_name.casefold() == feed.of.casefold())
    return next((board for board in found if board.id == feed.of), next(named, None))


def _with_feed(kpi: Kpi, feed: Feed, board: Board, registers: AttendanceCount, as_at: date | None) -> Kpi:
    taken = [meeting.meeting.date for meeting in registers.meetings] + [
        meeting.date for meeting in registers.open_registers
    ]
    today = as_at or max(taken, default=None)
    if today is None:
        return replace(kpi, fed_from=FedFrom(feed, board.short_name))
    return fed(kpi, FedAttendance(feed, board, registers, today))


def source_of(file: OfficeFile, feed: Feed, board: Board, *, today: date) -> FedAttendance:
    """A feed with its registers, to say what it would give before anything is fed."""
    return FedAttendance(feed, board, count_attendance(file, By.BOARD, board_id=board.id, last=today), today)
