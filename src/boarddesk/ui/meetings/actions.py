"""What may be done with the meeting shown, as data: its menu, the menu bar and the search box offer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from boarddesk.issuing.document_kind import Audience
from boarddesk.issuing.minutes import MINUTES, UPDATE
from boarddesk.records.minutes.circulating import was_circulated
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
from boarddesk.rules.wording import lower_first
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.mail_dialog import ROUNDS
from boarddesk.ui.meetings.minutes.steps import minutes_steps
from boarddesk.ui.widgets.opening import check_may_write

if TYPE_CHECKING:
    from boarddesk.ui.meetings.part import MeetingPart
    from boarddesk.ui.meetings.workspace import Workspace

ISSUED_AFTER = (
    ("Issue the action list…", MINUTES.key, Audience.ACTIONS),
    ("Issue the minutes…", MINUTES.key, Audience.MEMBERS),
    ("Issue the chair’s update…", UPDATE.key, Audience.MEMBERS),
)
"""What goes out after a meeting, in the order it does: by its key and its copy."""

Rule = Callable[[Register], bool]


def meeting_actions(on: Workspace) -> tuple[tuple[Action, ...], ...]:
    """Everything, in groups: the meeting itself, its minutes, each of its parts, what is taken out of it."""
    groups = (
        _of_meeting(on),
        minutes_steps(on),
        *(_of_part(on, part) for part in on.parts),
        _taken_along(on),
    )
    return tuple(tuple(_on_a_meeting(on, action, rule) for action, rule in group) for group in groups)


def _on_a_meeting(on: Workspace, action: Action, rule: Rule) -> Action:
    """It applies while a meeting is shown to which the rule says yes."""
    return replace(
        action,
        words=f"meeting {action.words}",
        applies=lambda: on.isVisible() and on.found is not None and rule(on.found),
    )


def _action(title: str, run: Callable[[], object], *, words: str = "") -> Action:
    return Action(title, run, "Meeting", words=words)


def _of_meeting(on: Workspace) -> Iterator[tuple[Action, Rule]]:
    yield _action("Move meeting…", on.move_meeting, words="date day postpone"), _may_move
    yield _action("Change meeting…", on.change_meeting, words="time place link venue correct"), _may_change
    for state, title in STATE_ACTIONS.items():
        if state is not MeetingState.CANCELLED:
            yield _marking(on, state, title)
    cancels = _action(f"{STATE_ACTIONS[MeetingState.CANCELLED]}…", on.cancel)
    yield cancels, _may_become(on, MeetingState.CANCELLED)
    yield _action(REINSTATE, on.reinstate, words="uncancel plan again"), is_cancelled
    publishes = _action("Publish minutes…", on.publish_minutes, words="published copy check website child")
    yield publishes, _was_held
    corrections = _action(
        "Corrections to the draft minutes", on.open_corrections, words="copies returned word"
    )
    yield corrections, lambda found: was_circulated(on.session.file, found.meeting.id)
    yield _action("Remove meeting", on.remove, words="delete mistake"), _may_remove


def _marking(on: Workspace, state: MeetingState, title: str) -> tuple[Action, Rule]:
    """Marking a state stands in the meeting's own menu; the menu bar would be long of it."""
    may = _may_become(on, state)
    marks = Action(title, lambda: on.set_state(state))
    return marks, lambda found: may(found) and not is_cancelled(found)


def _of_part(on: Workspace, part: MeetingPart) -> Iterator[tuple[Action, Rule]]:
    """What a part offers is offered while it is in front."""

    def rule(action: Action) -> Rule:
        return lambda _found: on.front is part and action.can_be_done()

    for action in part.actions:
        yield action, rule(action)


def _taken_along(on: Workspace) -> Iterator[tuple[Action, Rule]]:
    yield _action("Copy link of the call", on.copy_link), lambda found: bool(found.meeting.link)
    yield _action("Sign-in sheet…", on.sign_in_requested.emit, words="print sign"), _may_sign
    words = "papers pdf bind supplement publish"
    yield _action("Save the pack…", partial(on.pack_requested.emit, False), words=words), _may_bind
    yield _action("Issue the pack…", partial(_issue_pack, on), words=words), _may_bind
    for title, key, copy in ISSUED_AFTER:
        asks = partial(_issue, on, key, copy)
        yield _action(title, asks, words="draft word kept version"), partial(_has_begun, on)
    yield _action("Calendar file…", on.calendar_requested.emit, words="outlook"), _for_calendars
    for key, mail_round in ROUNDS.items():
        asks = partial(on.mail_requested.emit, key)
        yield (
            _action(f"E-mail: {lower_first(mail_round.title)}…", asks, words="outlook send eml"),
            partial(_has_begun, on) if mail_round.after else _is_to_come,
        )


def _issue(on: Workspace, key: str, copy: Audience) -> None:
    check_may_write(on)
    on.issue_requested.emit(key, copy)


def _issue_pack(on: Workspace) -> None:
    check_may_write(on)
    on.pack_requested.emit(True)


def _was_held(found: Register) -> bool:
    return found.meeting.state.was_held


def is_cancelled(found: Register) -> bool:
    """Whether the meeting was cancelled: then its register neither shows nor counts."""
    return found.meeting.state is MeetingState.CANCELLED


def _allowed(check: Callable[[], None]) -> bool:
    try:
        check()
    except Refused:
        return False
    return True


def _may_become(on: Workspace, state: MeetingState) -> Rule:
    def applies(found: Register) -> bool:
        meeting, closed = found.meeting, found.closed
        return state in MAY_FOLLOW[meeting.state] and _allowed(
            lambda: check_state(
                meeting,
                state,
                today=on.session.today,
                register_closed=closed,
                minuted=on.stand.is_written,
            )
        )

    return applies


def _may_move(found: Register) -> bool:
    return _allowed(lambda: check_may_move(found.meeting))


def _may_change(found: Register) -> bool:
    return _allowed(lambda: check_may_change(found.meeting))


def _may_remove(found: Register) -> bool:
    return _allowed(lambda: check_may_remove(found.meeting, has_register=found.roll_id is not None))


def _may_sign(found: Register) -> bool:
    return not found.closed and not is_cancelled(found)


def _is_to_come(found: Register) -> bool:
    return found.meeting.state.is_to_come


def _has_begun(on: Workspace, found: Register) -> bool:
    return not is_cancelled(found) and found.meeting.date <= on.session.today


def _may_bind(found: Register) -> bool:
    return not is_cancelled(found)


def _for_calendars(found: Register) -> bool:
    return not found.meeting.state.was_held
