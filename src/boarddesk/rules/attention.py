"""What waits for somebody: the lines of Today, the gravest first, each with whom and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from boarddesk.rules.checks import Office
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.meetings.boards_around import boards_before, next_board
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.meetings.rhythm import NOTHING_RECORDED, rhythm
from boarddesk.rules.memberships.ending import terms_ending
from boarddesk.rules.plan.actions import Action, Area, Judgement
from boarddesk.rules.plan.flags import Around, FlagKind, area_flags, flags_of
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.plan.questions import open_questions, still_open
from boarddesk.rules.plan.scorecard import disagreements
from boarddesk.rules.registers.register import Register
from boarddesk.rules.risks.risk import Risk
from boarddesk.rules.statuses.status import StatusIs

A_MONTH: Final = 31
"""So long a step of a round that is over is still asked for."""


class Weight(IntEnum):
    """How a line is marked: late or off course, to be answered, to be finished."""

    LATE = 0
    ASK = 1
    OPEN = 2


@dataclass(frozen=True)
class Waiting:
    """One line: what it is, its ref, what it says, who is asked, since when; kind and id open its row."""

    weight: Weight
    what: str
    ref: str
    says: str
    who: str
    when: str
    days: int
    kind: str
    id: str


def attention(office: Office, *, today: date) -> tuple[Waiting, ...]:
    """Everything that waits, off course without a reason first, then what is latest."""
    found = [
        *_plans(office, today=today),
        *_risks(office, today=today),
        *_kpis(office.kpis),
        *_questions(office, today=today),
        *_board_actions(office, today=today),
        *_meetings(office, today=today),
        *_rounds(office, today=today),
        *_terms(office, today=today),
    ]
    return tuple(sorted(found, key=lambda line: (line.weight, -line.days)))


def days_late(day: date, today: date) -> str:
    """`13 days late`."""
    late = (today - day).days
    return f"{late} day{'' if late == 1 else 's'} late"


def _plans(office: Office, *, today: date) -> Iterator[Waiting]:
    for plan in office.plans:
        around = office.around(plan, today=today)
        for area in plan.areas:
            yield from _area(area, today=today)
            for action in area.actions:
                yield from _action(action, around)


def _area(area: Area, *, today: date) -> Iterator[Waiting]:
    who = area.leads[0] if area.leads else ""
    if any(flag.kind is FlagKind.NO_REASON for flag in area_flags(area)):
        ref = f"Area {area.number}" if area.number else ""
        yield _unexplained(area.judgements[0], ref, area.title, who, today=today, place=("area", area.id))


def _action(action: Action, around: Around) -> Iterator[Waiting]:
    """The flags of the plan page that somebody has to answer."""
    who = action.owners[0] if action.owners else ""
    place = ("action", action.id)
    flags = {flag.kind: flag for flag in flags_of(action, around)}
    if FlagKind.NO_REASON in flags:
        stands, today = action.judgements[0], around.today
        yield _unexplained(stands, action.ref, action.text, who, today=today, place=place)
    if FlagKind.OVERDUE in flags and action.by_when.latest:
        late = action.by_when.latest
        says = action.text
        if FlagKind.ON_TRACK_BUT_OVERDUE in flags and action.declared:
            says = f"{says} (declared {action.declared.label})"
        days, words = (around.today - late).days, days_late(late, around.today)
        yield Waiting(Weight.LATE, "Overdue action", action.ref, says, who, words, days, *place)
    if FlagKind.KPI_NOT_MET in flags and action.declared:
        what, says = f"{action.declared.label}, KPI not met", flags[FlagKind.KPI_NOT_MET].sentence
        yield Waiting(Weight.ASK, what, action.ref, says, who, "", 0, *place)


def _unexplained(
    stands: Judgement, ref: str, says: str, who: str, *, today: date, place: tuple[str, str]
) -> Waiting:
    """Off course stands before everything else; at risk is asked about, the longest first."""
    off = stands.status.is_a is StatusIs.OFF_COURSE
    weight, days = (Weight.LATE, 10**6) if off else (Weight.ASK, (today - stands.as_at).days)
    since = f"since {stands.as_at.day} {stands.as_at:%b}"
    return Waiting(weight, f"{stands.status.label}, no reason", ref, says, who, since, days, *place)


def _risks(office: Office, *, today: date) -> Iterator[Waiting]:
    for risk in office.risks:
        if risk.live and risk.next_review and risk.next_review < today:
            days = (today - risk.next_review).days
            says = f"{risk.title}{_score(risk)}"
            words = days_late(risk.next_review, today)
            place = ("risk", risk.id)
            yield Waiting(Weight.LATE, "Risk review", risk.ref, says, risk.owner.name, words, days, *place)


def _score(risk: Risk) -> str:
    if not risk.current:
        return ""
    now = risk.current[0]
    parts = (str(now.product) if now.product is not None else "", now.level.name.lower() if now.level else "")
    return f" ({', '.join(part for part in parts if part)})"


def _kpis(kpis: Iterable[Kpi]) -> Iterator[Waiting]:
    for kpi in kpis:
        for step, found in disagreements(kpi):
            if not found.why:
                says = f"{step.label}: declared “{found.declared}”, {found.actual} against {found.target}"
                place = ("kpi", kpi.id)
                yield Waiting(
                    Weight.ASK, "Declared and figures", kpi.ref, says, "", "no reason yet", 0, *place
                )


def _questions(office: Office, *, today: date) -> Iterator[Waiting]:
    """What a board asked and nobody has answered, or not so that it was accepted; the longest first."""
    owners = {risk.id: risk.owner.name for risk in office.risks}
    owners |= {
        action.id: next(iter(action.owners), "")
        for plan in office.plans
        for area in plan.areas
        for action in area.actions
    }
    of_plans = (asked for plan in office.plans for asked in open_questions(plan))
    for found in (*of_plans, *still_open(office.questions)):
        asked = found.challenge
        what = "Question open" if asked.answered_on is None else "Answer not accepted"
        says = " ".join(part for part in (asked.ref, asked.text) if part)
        when, place = f"since {asked.asked_on.day} {asked.asked_on:%b}", (found.about, found.about_id)
        who, days = owners.get(found.about_id, ""), (today - asked.asked_on).days
        yield Waiting(Weight.ASK, what, found.ref, says, who, when, days, *place)


def _board_actions(office: Office, *, today: date) -> Iterator[Waiting]:
    """Actions arising whose day has passed."""
    short = {board.id: board.short_name for board in office.boards}
    for action in office.board_actions:
        if action.due and (days := action.days_late(today)):
            ref = f"{short.get(action.board_id, '')} {action.ref}".strip()
            who = action.holder or ("no named person" if action.has_nobody else action.owner_names)
            words, place = days_late(action.due, today), ("board_action", action.id)
            yield Waiting(Weight.LATE, "Action arising", ref, action.text, who, words, days, *place)


def _meetings(office: Office, *, today: date) -> Iterator[Waiting]:
    for register in office.registers:
        yield from _register(register, office, today=today)


def _register(register: Register, office: Office, *, today: date) -> Iterator[Waiting]:
    meeting = register.meeting
    board = next(known for known in office.boards if known.id == meeting.board_id)
    ref = f"{board.short_name} {meeting.number:02}"
    days = (today - meeting.date).days
    place = ("meeting", meeting.id)
    ago = f"{days} day{'' if days == 1 else 's'}"
    of = f"Meeting of {in_words(meeting.date)}"
    if meeting.state.is_to_come and days > 0:
        yield Waiting(
            Weight.LATE, "Held or not?", ref, of, "You", days_late(meeting.date, today), days, *place
        )
    elif meeting.state.was_held and not register.closed and days >= 0:
        missing, seats = len(register.not_recorded), len(register.rows)
        says = f"{of}, {missing} of {seats} not recorded" if seats else f"{of}, register not taken"
        yield Waiting(Weight.OPEN, "Register open", ref, says, "You", ago, days, *place)
    if meeting.state is MeetingState.DRAFT_MINUTES:
        to_come = (
            other.meeting.date
            for other in office.registers
            if other.board == register.board
            and other.meeting.state.is_to_come
            and other.meeting.date >= today
        )
        coming = min(to_come, default=None)
        words = f"on {coming.day} {coming:%B} agenda" if coming else ago
        yield Waiting(Weight.OPEN, "Minutes to confirm", ref, of, "Chair", words, days, *place)


def _rounds(office: Office, *, today: date) -> Iterator[Waiting]:
    """Late steps of each board's last meeting and of its next, where anything of its rounds is recorded.

    A month later nobody asks again: the next round has taken its place.
    """
    for board in office.boards:
        own = [register.meeting for register in office.registers if register.meeting.board_id == board.id]
        if not any(meeting.id in office.rounds for meeting in own):
            continue
        for meeting in (*boards_before(own, today)[-1:], *filter(None, (next_board(own, today),))):
            record = office.rounds.get(meeting.id, NOTHING_RECORDED)
            for step in rhythm(board, meeting, today=today, record=record):
                days = (today - step.day).days
                if step.late and not step.is_meeting and days <= A_MONTH:
                    says = f"{step.title}: {step.late}"
                    ref, place = f"{board.short_name} {meeting.number:02}", ("meeting", meeting.id)
                    words = days_late(step.day, today)
                    yield Waiting(Weight.LATE, "Round", ref, says, "You", words, days, *place)


def _terms(office: Office, *, today: date) -> Iterator[Waiting]:
    """Seats whose holder leaves soon with nobody to follow."""
    short = {board.id: board.short_name for board in office.boards}
    names = {person.id: person.name for person in office.people}
    for ending in terms_ending(office.seats, today):
        who = names.get(ending.membership.person_id, "")
        says = ", ".join(part for part in (ending.seat.title, who) if part)
        words = f"on {ending.on.day} {ending.on:%B}"
        days, ref = (today - ending.on).days, short[ending.seat.board_id]
        yield Waiting(Weight.OPEN, "Term ends", ref, says, "You", words, days, "seat", ending.seat.id)
