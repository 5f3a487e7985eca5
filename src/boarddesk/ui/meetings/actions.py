"""What may be done with the meeting shown, as data: its menu, the menu bar and the search box offer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from boarddesk.rules.meetings.meeting import (
    MAY_FOLLOW,
    REINSTATE,
    STATE_ACTIONS,
    MeetingState,
    check_may_change,
    check_may_move,
    check_may_remove,
    check_state,
)
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Register

if TYPE_CHECKING:
    from boarddesk.ui.meetings.workspace import Workspace

OPEN_REGISTER, CLOSE_REGISTER = "Open the register", "Close register"

MeetingActions = tuple["MeetingAction", ...]


@dataclass(frozen=True)
class MeetingAction:
    """One action, and whether it applies to a meeting as it stands; `words` are more words it is found by."""

    title: str
    does: Callable[[], object]
    applies: Callable[[Register], bool]
    words: str = ""
    shortcut: str = ""
    in_menu_bar: bool = True


def meeting_actions(on: Workspace, today: Callable[[], date]) -> tuple[MeetingActions, ...]:
    """Everything, in groups: the meeting itself, its register, what is taken out of it."""
    return (tuple(_of_meeting(on, today)), _of_register(on), _papers(on))


def _of_meeting(on: Workspace, today: Callable[[], date]) -> Iterator[MeetingAction]:
    yield MeetingAction("Move meeting…", on.move_meeting, _may_move, words="date day postpone")
    yield MeetingAction(
        "Change meeting…", on.change_meeting, _may_change, words="time place link venue correct"
    )
    for state, title in STATE_ACTIONS.items():
        if state is not MeetingState.CANCELLED:
            yield _marking(on, state, title, today)
    yield MeetingAction(
        f"{STATE_ACTIONS[MeetingState.CANCELLED]}…", on.cancel, _may_become(MeetingState.CANCELLED, today)
    )
    yield MeetingAction(REINSTATE, on.reinstate, is_cancelled, words="uncancel plan again")
    yield MeetingAction("Remove meeting", on.remove, _may_remove, words="delete mistake")


def _marking(on: Workspace, state: MeetingState, title: str, today: Callable[[], date]) -> MeetingAction:
    """Marking a state stands in the meeting's own menu; the menu bar would be long of it."""
    may = _may_become(state, today)
    return MeetingAction(
        title,
        lambda: on.set_state(state),
        lambda found: may(found) and not is_cancelled(found),
        in_menu_bar=False,
    )


def _of_register(on: Workspace) -> MeetingActions:
    rows = on.register
    return (
        MeetingAction(OPEN_REGISTER, on.open_register, _may_open, words="roll"),
        MeetingAction("Everyone expected present", rows.mark_everyone, _is_open),
        MeetingAction("Paste names from the call…", rows.paste_names, _is_open, words="teams zoom list"),
        MeetingAction("Add guest…", rows.add_guest, _is_open, words="presenter in attendance"),
        MeetingAction(CLOSE_REGISTER, on.close_register, _is_open),
        MeetingAction("Reopen register", on.reopen_register, lambda found: found.closed, words="correct"),
        MeetingAction("Put register away", on.put_away, _is_open),
        MeetingAction("Correct row…", rows.correct_row, _is_open),
        MeetingAction("Add row to register…", rows.add_row, _is_open),
        MeetingAction("Take row off register", rows.remove_row, _is_open),
        MeetingAction("Register full screen", on.room_requested.emit, _is_there, shortcut="Shift+F11"),
    )


def _papers(on: Workspace) -> MeetingActions:
    return (
        MeetingAction("Copy link of the call", on.copy_link, lambda found: bool(found.meeting.link)),
        MeetingAction("Sign-in sheet…", on.sign_in_requested.emit, _may_sign, words="print sign"),
        MeetingAction("Calendar file…", on.calendar_requested.emit, _for_calendars, words="outlook"),
    )


def is_cancelled(found: Register) -> bool:
    """Whether the meeting was cancelled: then its register neither shows nor counts."""
    return found.meeting.state is MeetingState.CANCELLED


def _allowed(check: Callable[[], None]) -> bool:
    try:
        check()
    except Refused:
        return False
    return True


def _may_become(state: MeetingState, today: Callable[[], date]) -> Callable[[Register], bool]:
    def applies(found: Register) -> bool:
        one, closed = found.meeting, found.closed
        return state in MAY_FOLLOW[one.state] and _allowed(
            lambda: check_state(one, state, today=today(), register_closed=closed)
        )

    return applies


def _may_move(found: Register) -> bool:
    return _allowed(lambda: check_may_move(found.meeting))


def _may_change(found: Register) -> bool:
    return _allowed(lambda: check_may_change(found.meeting))


def _may_remove(found: Register) -> bool:
    return _allowed(lambda: check_may_remove(found.meeting, has_register=found.roll_id is not None))


def _may_open(found: Register) -> bool:
    return found.roll_id is None and not is_cancelled(found)


def _is_there(found: Register) -> bool:
    return found.roll_id is not None and not is_cancelled(found)


def _is_open(found: Register) -> bool:
    return _is_there(found) and not found.closed


def _may_sign(found: Register) -> bool:
    return not found.closed and not is_cancelled(found)


def _for_calendars(found: Register) -> bool:
    return not found.meeting.state.was_held
