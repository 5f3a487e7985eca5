"""One part of a meeting, as data: its tab, what it shows, what can be done while it is in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from boarddesk.records.meeting_counts import MeetingCounts
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action


def _nothing_lies_over_it() -> bool:
    return False


def _takes_no_key(_event: QKeyEvent) -> bool:
    return False


def _no_count(_counts: MeetingCounts) -> int:
    return 0


def _never(_found: Register, _today: date) -> bool:
    return False


@dataclass(frozen=True)
class MeetingPart:
    """One tab of a meeting; everything here but its count is asked of it only while it is in front.

    `show` fills the widget with the meeting as it stands: register and board of it were read already, what
    else it reads is heard. `focus` goes where one types. `next_step` is asked once it is filled: what the one
    primary button over the tabs does, None where there is nothing to do or the part carries it itself.
    `actions` stand in the menu of the meeting; those with a menu or keys have them in the window too. `leave`
    closes at Esc what lies over the part, and says whether anything did; `takes` is given what is typed on
    the buttons over the tabs, and says whether it had a use for it; `opens` brings a record of it to the
    front. `new` is what Ctrl+N makes in it,
    `count` how many stand in it, said on its tab; `begins` is whether a meeting opens with this part, as long
    as nobody picked a tab.
    """

    title: str
    widget: QWidget
    show: Callable[[Register, Board], object]
    focus: Callable[[], object]
    next_step: Callable[[], Action | None]
    actions: tuple[Action, ...] = ()
    leave: Callable[[], bool] = _nothing_lies_over_it
    takes: Callable[[QKeyEvent], bool] = _takes_no_key
    opens: Callable[[str], object] | None = None
    new: Callable[[], object] | None = None
    count: Callable[[MeetingCounts], int] = _no_count
    begins: Callable[[Register, date], bool] = _never
