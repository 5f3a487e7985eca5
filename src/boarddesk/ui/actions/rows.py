"""The rows of actions and decisions, and the groups they stand in: by owner, by meeting, by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from boarddesk.rules.arising import ActionState, BoardAction
from boarddesk.rules.decisions import Decision, DecisionPath
from boarddesk.rules.wording import count_in_figures, listed, one_line
from boarddesk.ui.actions.business import Business
from boarddesk.ui.actions.editing import ACTION, DECISION
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.plan.words import near_day, short_name
from boarddesk.ui.risks.words import days_late
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.table.rows import Cell, Column, Group, Ink, Kind, Row

BY_OWNER, BY_MEETING, BY_DAY = "owner", "meeting", "day"
GROUPINGS = ((BY_OWNER, "By owner"), (BY_MEETING, "By meeting"), (BY_DAY, "By date"))
RECENT, OPEN, LATE, DONE, WITHDRAWN, ALL = "", "open", "late", "done", "withdrawn", "all"
WHICH = (
    (RECENT, "Open and just done"),
    (OPEN, "Open"),
    (LATE, "Late"),
    (DONE, "Done"),
    (WITHDRAWN, "Withdrawn"),
    (ALL, "All actions"),
)
ALL_MADE, TO_RATIFY, BETWEEN = "", "ratify", "between"
WHICH_MADE = (
    (ALL_MADE, "All decisions"),
    (TO_RATIFY, "To be ratified"),
    (BETWEEN, "Between meetings"),
)
OVER, NOBODY = "over", "nobody"
_FOR, _ROOMY, _WIDE = 560, 640, 880

_REF = Column("ref", "Ref", 44, fits=64, ink=Ink.MUTED)
_FROM = Column("from", "From", 56, fits=90, ink=Ink.MUTED)


def action_columns(grouping: str = BY_OWNER) -> tuple[Column, ...]:
    """Whom the rows are grouped by needs no column; the first date stands beside the present one."""
    owner = Column(
        "owner", "Owner", 96, fits=164, ink=Ink.MUTED, editor=ACTION["owner"].editor, from_width=_ROOMY
    )
    first = 460 if grouping == BY_OWNER else _WIDE
    columns = (
        _REF,
        Column("text", "Action", 200, stretch=True, least=150, editor=ACTION["text"].editor),
        owner,
        _FROM,
        Column("for", "For", 44, fits=72, ink=Ink.MUTED, editor=ACTION["for"].editor, from_width=_FOR),
        Column("first", "First date", 72, kind=Kind.DATE, fits=100, ink=Ink.MUTED, from_width=first),
        Column("due", "Due", 60, kind=Kind.DATE, fits=100, editor=ACTION["due"].editor),
        Column("state", "State", 104, fits=170),
    )
    hidden = {BY_OWNER: "owner", BY_MEETING: "from"}.get(grouping, "")
    return tuple(column for column in columns if column.key != hidden)


def action_rows(business: Business, picked: Sequence[str], grouping: str) -> tuple[list[Row], list[Group]]:
    """The actions the filters leave, in their groups; late first, what is over at the end."""
    which, body = picked
    wanted = [
        action
        for action in business.by_urgency
        if _is_wanted(action, which, business) and body in ("", business.body(action))
    ]
    key = _KEYS[grouping]
    rows = [action_row(action, business, group=key(action, business)) for action in wanted]
    return rows, _groups(wanted, business, grouping)


def bodies(business: Business) -> list[tuple[str, str]]:
    """The organisations somebody of which has an action."""
    names = {business.body(action) for action in business.actions.values()} - {""}
    return [("", "All organisations"), *((name, name) for name in sorted(names, key=str.casefold))]


def _is_wanted(action: BoardAction, which: str, business: Business) -> bool:
    state = action.state_on(business.today)
    if which == RECENT:
        return action.is_open or business.is_recent(action)
    if which == OPEN:
        return action.is_open
    wanted = {LATE: ActionState.OVERDUE, DONE: ActionState.DONE, WITHDRAWN: ActionState.WITHDRAWN}
    return which == ALL or state is wanted[which]


# ── groups ──


OWNERS = "owner "
"""How the keys of the groups begin that are an owner's."""


def by_owner(action: BoardAction, _business: Business) -> str:
    """The group of its first owner."""
    if not action.is_open:
        return OVER
    return NOBODY if action.has_nobody else f"{OWNERS}{action.owner.name.casefold()}"


def _by_meeting(action: BoardAction, _business: Business) -> str:
    return f"meeting {action.meeting_id or ''}"


def _by_day(action: BoardAction, business: Business) -> str:
    if not action.is_open:
        return OVER
    if action.days_late(business.today):
        return "late"
    if action.due is None:
        return "no date"
    coming = business.next_board
    return "soon" if coming and action.due <= coming.date else "later"


_KEYS: dict[str, Callable[[BoardAction, Business], str]] = {
    BY_OWNER: by_owner,
    BY_MEETING: _by_meeting,
    BY_DAY: _by_day,
}


def _groups(wanted: Sequence[BoardAction], business: Business, grouping: str) -> list[Group]:
    """In the order of what is in them: those with late actions first, nobody’s and what is over last."""
    key = _KEYS[grouping]
    inside: dict[str, list[BoardAction]] = {}
    for action in wanted:
        inside.setdefault(key(action, business), []).append(action)
    if grouping == BY_MEETING:
        ordered = sorted(inside, key=lambda of: _held(inside[of][0], business), reverse=True)
    else:
        ends = {NOBODY: 1, "no date": 1, OVER: 2}
        ordered = sorted(inside, key=lambda of: ends.get(of, 0))  # stable: the latest first
    return [
        Group(
            of,
            _title(of, inside[of][0], business),
            count=_count(inside[of], business),
            beside=business.body(inside[of][0]) if of.startswith("owner") else "",
            far=any(action.is_open for action in inside[of]),
            late=_late(inside[of], business),
            is_open=of != OVER or len(inside) == 1,
        )
        for of in ordered
    ]


def _held(action: BoardAction, business: Business) -> date:
    meeting = business.meetings.get(action.meeting_id or "")
    return meeting.date if meeting else date.min


def _title(key: str, first: BoardAction, business: Business) -> str:
    if key.startswith("meeting"):
        title = business.meeting_title(first.meeting_id)
        return f"{title}, {near_day(_held(first, business), business.today)}" if title else "From no meeting"
    if key.startswith("owner"):
        return ", ".join(part for part in (first.owner.name, business.body(first)) if part)
    coming = business.next_board
    by = f" by {near_day(coming.date, business.today)}" if coming else ""
    titles = {
        OVER: "Done or withdrawn",
        NOBODY: "No named person",
        "late": "Late",
        "soon": f"Due{by}, the next board",
        "later": "Due later",
        "no date": "No date",
    }
    return titles[key]


def _count(inside: Iterable[BoardAction], business: Business) -> str:
    known = list(inside)
    still_open = [action for action in known if action.is_open]
    if not still_open:
        return count_in_figures(len(known), "action")
    late = _late(still_open, business)
    return f"{len(still_open)} open" + (f", {late}" if late else "")


def _late(inside: Iterable[BoardAction], business: Business) -> str:
    late = sum(bool(action.days_late(business.today)) for action in inside)
    return f"{late} late" if late else ""


# ── an action ──


def action_row(action: BoardAction, business: Business, *, group: str = "", short: bool = False) -> Row:
    """One action: what, who, from where, its first date and its present one, how it stands.

    What was said of it last is its second line, where it is not to be `short`.
    """
    today = business.today
    latest = "" if short else latest_words(action, today)
    first = near_day(action.first_due, today) if action.first_due else "–"
    due = Cell("–", value="", sort=date.max, said="no date")
    if action.due:
        words = near_day(action.due, today)
        due = Cell(words, sort=action.due, value=action.due_as_written, said=short_date(action.due))
    return Row(
        action.id,
        {
            "ref": action.ref,
            "text": Cell(action.text, second=latest, tip=action.text),
            "owner": _owner_cell(action),
            "from": Cell(business.origin(action.meeting_id) or "–", editable=False),
            "for": Cell(action.is_for.ref) if action.is_for else Cell("–", value="", said="nothing"),
            "first": Cell(first, sort=action.first_due or date.max, editable=False),
            "due": due,
            "state": state_cell(action, today),
        },
        group=group,
        ink=None if action.is_open else Ink.FAINT,
    )


def latest_words(action: BoardAction, today: date) -> str:
    """`“With our press office” · 12 May`; of a vacant post that it is, of what has ended how it did."""
    if action.done_on:
        return action.done_what
    if action.withdrawn_on:
        return action.withdrawn_why
    said = action.latest
    if said is not None:
        return f"“{one_line(said.text)}” · {near_day(said.as_at, today)}"
    return action.why_nobody or "No update yet"


def _owner_cell(action: BoardAction) -> Cell:
    names = [held.owner.name for held in action.held_by if held.owner.name]
    if not names:
        return Cell("–", value="", said="nobody")
    words = short_name(names[0]) + (f" +{len(names) - 1}" if names[1:] else "")
    return Cell(words, value="; ".join(names), said=listed(names), tip=action.why_no_person or listed(names))


def state_cell(action: BoardAction, today: date) -> Cell:
    """`13 days late`, `in 12 days`, `no owner`, `done 20 May`."""
    if action.withdrawn_on:
        return Cell(f"withdrawn {near_day(action.withdrawn_on, today)}", editable=False)
    if action.done_on:
        return Cell(f"done {near_day(action.done_on, today)}", editable=False)
    if action.due and action.days_late(today):
        words, bad = days_late(action.due, today), Ink.BAD
        return Cell(words, ink=bad, strong=True, shape=Shape.TRIANGLE, shape_ink=bad, editable=False)
    if action.has_nobody:
        words, warn = "vacant" if action.owner.name else "no owner", Ink.WARN
        return Cell(
            words,
            ink=warn,
            strong=True,
            shape=Shape.DIAMOND,
            shape_ink=warn,
            editable=False,
            said=action.why_nobody,
        )
    if action.due is None:
        return Cell("no date", ink=Ink.MUTED, editable=False)
    days = (action.due - today).days
    words = "today" if days == 0 else f"in {days} day{'' if days == 1 else 's'}"
    return Cell(words, ink=Ink.MUTED, shape=Shape.RING, editable=False)


# ── decisions ──

DECISIONS = (
    _REF,
    Column("verb", "Verb", 72, fits=90, ink=Ink.MUTED, editor=DECISION["verb"].editor),
    Column("text", "Decision", 220, stretch=True, least=160, editor=DECISION["text"].editor),
    Column("item", "Item", 120, fits=200, ink=Ink.MUTED, from_width=1000),
    Column("about", "About", 56, fits=90, ink=Ink.MUTED, from_width=_ROOMY),
    Column("came", "What came of it", 170, fits=320, ink=Ink.MUTED, from_width=900),
    _FROM,
    Column("made", "Made on", 76, kind=Kind.DATE, fits=100, ink=Ink.MUTED),
    Column("state", "Ratified", 104, fits=150),
)


def decision_rows(business: Business, picked: Sequence[str]) -> tuple[list[Row], list[Group]]:
    """The newest first, the years of each board apart: numbers begin again with each."""
    (which,) = picked
    wanted = [
        made
        for made in business.decisions.values()
        if which == ALL_MADE
        or (which == TO_RATIFY and made.awaits_ratification)
        or (which == BETWEEN and made.how is not DecisionPath.MEETING)
    ]
    inside: dict[str, list[Decision]] = {}
    for made in wanted:
        inside.setdefault(business.year(made), []).append(made)
    groups = [Group(year, year, count=count_in_figures(len(of), "decision")) for year, of in inside.items()]
    return [decision_row(made, business, group=business.year(made)) for made in wanted], groups


def decision_row(made: Decision, business: Business, *, group: str = "") -> Row:
    """One decision: its number, what was done with what, where it was made, whether it stands."""
    today = business.today
    came = business.came_of(made)
    state = Cell("–", said="needs no ratification", editable=False)
    if made.awaits_ratification:
        warn = Ink.WARN
        state = Cell("to ratify", ink=warn, strong=True, shape=Shape.DIAMOND, shape_ink=warn, editable=False)
    elif made.ratified_on:
        state = Cell(near_day(made.ratified_on, today), sort=made.ratified_on, editable=False)
    return Row(
        made.id,
        {
            "ref": made.ref,
            "verb": Cell(made.verb.capitalize(), value=made.verb),
            "text": Cell(made.text, tip=made.text),
            "item": Cell(made.item_title or "–", editable=False, tip=made.item_title),
            "about": Cell(", ".join(made.about) or "–", editable=False),
            "came": Cell(came, editable=False, tip=came),
            "from": Cell(business.origin(made.meeting_id) or _path(made), editable=False),
            "made": Cell(near_day(made.made_on, today), sort=made.made_on, editable=False),
            "state": state,
        },
        group=group,
    )


def _path(made: Decision) -> str:
    return {DecisionPath.CHAIRS_ACTION: "chair", DecisionPath.EMAIL: "email"}.get(made.how, "–")
