"""KPIs that are fed from the office's own attendance figures: they follow the registers by themselves."""

from __future__ import annotations

from collections.abc import Iterable

from boarddesk.records.attendance_tallies import counted
from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import boards
from boarddesk.rules.attendance_counted import By
from boarddesk.rules.fed_figures import fed, read_feed
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.refused import Refused


def with_feeds(file: BoardFile, kpis: Iterable[Kpi]) -> tuple[Kpi, ...]:
    """The same KPIs, those fed from a board with its figures; one whose board is gone stays as it is."""
    return tuple(_with_feed(file, kpi) if kpi.fed_from else kpi for kpi in kpis)


def _with_feed(file: BoardFile, kpi: Kpi) -> Kpi:
    feed = read_feed(kpi.fed_from)
    board = next((one for one in boards(file) if one.short_name.casefold() == feed.board.casefold()), None)
    return fed(kpi, feed, board, counted(file, By.BOARD, board_id=board.id).meetings) if board else kpi


def check_feed(file: BoardFile, spec: str) -> str:
    """The feed as kept, or nothing; refused where there is no such figure or board."""
    if not spec.strip():
        return ""
    feed = read_feed(spec)
    if not any(one.short_name.casefold() == feed.board.casefold() for one in boards(file)):
        raise Refused(f"There is no board called {feed.board}.", field="fed_from")
    return feed.spec
