"""What may be done with the meeting shown, as data: its menu, the menu bar and the search box offer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
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
from boarddesk.ui.action import Action

if TYPE_CHECKING:
    from boarddesk.ui.meetings.workspace import Workspace

OPEN_REGISTER, CLOSE_REGISTER = "Open the register", "Close register"

Rule = Callable[[Register], bool]


def meeting_actions(on: Workspace, today: Callable[[], date]) -> tuple[tuple[Action, ...], ...]:
    """Everything, in groups: the meeting itself, its register, what is taken out of it."""
    groups = (_of_meeting(on, today), _of_register(on), _papers(on))
    return tuple(tuple(_on_a_meeting(on, action, rule) for action, rule in group) for group in groups)


def _on_a_meeting(on: Workspace, action: Action, rule: Rule) -> Action:
    """It applies while a meeting is shown to which the rule says yes."""
    return replace(
        action,
        words=f"meeting {action.words}",
        applies=lambda: on.isVisible() and on.found is not None and rule(on.found),
    )


def _action(title: str, run: Callable[[], object], *, words: str = "", keys: str = "") -> Action:
    return Action(title, run, "Meeting", keys, words=words)


def _of_meeting(on: Workspace, today: Callable[[], date]) -> Iterator[tuple[Action, Rule]]:
    yield _action("Move meeting…", on.move_meeting, words="date day postpone"), _may_move
    yield _action("Change meeting…", on.change_meeting, words="time place link venue correct"), _may_change
    for state, title in STATE_ACTIONS.items():
        if state is not MeetingState.CANCELLED:
            yield _marking(on, state, title, today)
    cancels = _action(f"{STATE_ACTIONS[MeetingState.CANCELLED]}…", on.cancel)
    yield cancels, _may_become(MeetingState.CANCELLED, today)
    yield _action(REINSTATE, on.reinstate, words="uncancel plan again"), is_cancelled
    yield _action("Remove meeting", on.remove, words="delete mistake"), _may_remove


def _marking(
    on: Workspace, state: MeetingState, title: str, today: Callable[[], date]
) -> tuple[Action, Rule]:
    """Marking a state stands in the meeting's own menu; the menu bar would be long of it."""
    may = _may_become(state, today)
    marks = Action(title, lambda: on.set_state(state))
    return marks, lambda found: may(found) and not is_cancelled(found)


def _of_register(on: Workspace) -> Iterator[tuple[Action, Rule]]:
    rows = on.register
    yield _action(OPEN_REGISTER, on.open_register, words="roll"), _may_open
    yield replace(rows.marks_everyone, menu="Meeting"), _is_open
    yield replace(rows.pastes_names, menu="Meeting"), _is_open
    yield _action("Add guest…", rows.add_guest, words="presenter in attendance"), _is_open
    yield _action(CLOSE_REGISTER, on.close_register), _is_open
    yield _action("Reopen register", on.reopen_register, words="correct"), lambda found: found.closed
    yield _action("Put register away", on.put_away), _is_open
    for action in rows.rows_put_right:
        yield replace(action, menu="Meeting"), _is_open
    yield _action("Register full screen", on.room_requested.emit, keys="Shift+F11"), _is_there


def _papers(on: Workspace) -> Iterator[tuple[Action, Rule]]:
    yield _action("Copy link of the call", on.copy_link), lambda found: bool(found.meeting.link)
    yield _action("Sign-in sheet…", on.sign_in_requested.emit, words="print sign"), _may_sign
    yield _action("Calendar file…", on.calendar_requested.emit, words="outlook"), _for_calendars


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
