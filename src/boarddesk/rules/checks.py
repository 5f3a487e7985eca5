"""What a careful reader points out in an office: errors, warnings and notes, each with what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.decisions import Decision
from boarddesk.rules.governance.lines import ReportingLine, in_a_circle
from boarddesk.rules.meetings.clashes import FreeDays, Timetable
from boarddesk.rules.meetings.meeting import Meeting, MeetingState, meeting_title
from boarddesk.rules.meetings.rhythm import NOTHING_RECORDED, RoundRecord, notice_says
from boarddesk.rules.memberships.ending import terms_ending
from boarddesk.rules.memberships.record import OnRecord, gaps
from boarddesk.rules.memberships.timeline import clashes
from boarddesk.rules.people import Board, Person, Seat, board_called
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.plan.flags import Around, Flag, FlagKind, area_flags, around_day, flags_of
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.plan.questions import ChallengeWithRef, open_questions, open_sentence, still_open
from boarddesk.rules.plan.scorecard import disagreements
from boarddesk.rules.registers.deputies import deputy_doubts, placed
from boarddesk.rules.registers.quorum import never_reached, quorum_seats
from boarddesk.rules.registers.register import Register
from boarddesk.rules.risks.checks import RiskCheck, risk_flags
from boarddesk.rules.risks.matrix import USUAL, Matrix
from boarddesk.rules.risks.risk import Issue, Risk
from boarddesk.rules.wording import listed


class Severity(StrEnum):
    """How much a finding matters: errors contradict themselves, warnings want somebody, notes inform."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing found; `kind` and `id` name the row to open (a table of the office and its id)."""

    severity: Severity
    rule: str
    about: str
    says: str
    kind: str = ""
    id: str = ""


@dataclass(frozen=True)
class Office:
    """Everything the checks look at, loaded once."""

    boards: tuple[Board, ...] = ()
    lines: tuple[ReportingLine, ...] = ()
    seats: tuple[Seat, ...] = ()
    people: tuple[Person, ...] = ()
    registers: tuple[Register, ...] = ()
    plans: tuple[Plan, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    risks: tuple[Risk, ...] = ()
    issues: tuple[Issue, ...] = ()
    decisions: tuple[Decision, ...] = ()
    board_actions: tuple[BoardAction, ...] = ()  # arising from meetings
    matrix: Matrix = USUAL
    unsettled: tuple[tuple[str, str, str], ...] = ()  # document, name and question of an unanswered import
    new_actions: frozenset[str] = frozenset()  # came into the office since the last board
    brought_actions: frozenset[str] = frozenset()  # came with an import since then
    free_days: tuple[FreeDays, ...] = ()
    rounds: Mapping[str, RoundRecord] = field(default_factory=dict)  # by meeting
    questions: tuple[ChallengeWithRef, ...] = ()  # put to KPIs and risks; an action has its own

    def around(self, plan: Plan, *, today: date) -> Around:
        """What the flags of a plan are judged by: the boards before and after today, and the KPIs."""
        of_plan = plan.board_id or next((known.id for known in self.boards), None)
        board = next((known for known in self.boards if known.id == of_plan), None)
        meetings = [register.meeting for register in self.registers if register.meeting.board_id == of_plan]
        return around_day(
            meetings,
            today=today,
            board=board,
            kpis=self.kpis,
            new=self.new_actions,
            brought=self.brought_actions,
        )


def check(office: Office, *, today: date) -> tuple[Finding, ...]:
    """Everything worth pointing out, errors first, otherwise in the office's own order."""
    found = [
        *_boards(office, today=today),
        *_lines(office),
        *_seats(office, today=today),
        *_terms(office, today=today),
        *_registers(office, today=today),
        *_days_of_meetings(office, today=today),
        *_unsettled(office),
        *_plans(office, today=today),
        *_open_questions(office),
        *_kpis(office.kpis),
        *_risks(office, today=today),
        *_issues(office.issues, today=today),
        *_decisions(office, today=today),
        *_board_actions(office, today=today),
    ]
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among the findings; None when there is none."""
    present = {finding.severity for finding in findings}
    return next((severity for severity in Severity if severity in present), None)


# Boards and seats ----------------------------------------------------------------------------------------


def _boards(office: Office, *, today: date) -> Iterator[Finding]:
    for board in office.boards:
        if says := never_reached(board.quorum, quorum_seats(office.seats, board.id, today)):
            yield Finding(Severity.WARNING, "quorum out of reach", board.short_name, says, "board", board.id)
        if in_a_circle(office.lines, board.id, today):
            yield Finding(
                Severity.ERROR,
                "reports to itself",
                board.short_name,
                f"{board.name} is, through the boards above it, accountable to itself.",
                "board",
                board.id,
            )


def _lines(office: Office) -> Iterator[Finding]:
    """A line to a name that is a board of the office by now: what is escalated would not reach that board."""
    short = {board.id: board.short_name for board in office.boards}
    for line in office.lines:
        known = None if line.to_board_id else board_called(line.to_name, office.boards)
        if known is not None:
            about = f"{short.get(line.board_id, '')} {line.kind} {line.to_name}".strip()
            says = f"{known.name} is a board of this office, but the line has only its name: name it again."
            yield Finding(Severity.WARNING, "line by name only", about, says, "line", line.id)


def _seats(office: Office, *, today: date) -> Iterator[Finding]:
    short = {board.id: board.short_name for board in office.boards}
    names = {person.id: person.name for person in office.people}
    for seat in office.seats:
        about = f"{short.get(seat.board_id, '')} {seat.title}".strip()
        yield from _memberships(seat, about=about, names=names)
        if seat.exists_on(today) and seat.expected and seat.holder_on(today) is None:
            yield Finding(
                Severity.NOTE, "vacant seat", about, "Nobody holds this seat today.", "seat", seat.id
            )


def _memberships(seat: Seat, *, about: str, names: Mapping[str, str]) -> Iterator[Finding]:
    for membership in seat.memberships:
        if membership.from_date and membership.to_date and membership.to_date < membership.from_date:
            says = f"{names.get(membership.person_id, 'Somebody')} leaves this seat before joining it."
            yield Finding(Severity.ERROR, "ends before it starts", about, says, "seat", seat.id)
    for earlier, later in clashes(seat):
        both = f"{names.get(earlier.person_id, 'Somebody')} and {names.get(later.person_id, 'somebody')}"
        yield Finding(
            Severity.WARNING, "two in one seat", about, f"{both} hold this seat at once.", "seat", seat.id
        )


def _terms(office: Office, *, today: date) -> Iterator[Finding]:
    """Whose time ends soon with nobody to follow, and what members have not on record."""
    short = {board.id: board.short_name for board in office.boards}
    names = {person.id: person.name for person in office.people}
    for ending in terms_ending(office.seats, today):
        about = f"{short.get(ending.seat.board_id, '')} {ending.seat.title}".strip()
        who = names.get(ending.membership.person_id, "The holder")
        says = f"{who} holds this seat until {in_words(ending.on)}, and nobody follows."
        yield Finding(Severity.NOTE, "term ending", about, says, "seat", ending.seat.id)
    for board in office.boards:
        for gap in gaps(board, office.seats, today):
            named = listed([names.get(person_id, "somebody") for person_id in gap.person_ids])
            severity = Severity.NOTE if gap.kind is OnRecord.INDUCTION else Severity.WARNING
            yield Finding(
                severity, "not on record", board.short_name, f"{gap.says}: {named}.", "board", board.id
            )


# Meetings and registers ----------------------------------------------------------------------------------


def _registers(office: Office, *, today: date) -> Iterator[Finding]:
    boards = {board.id: board for board in office.boards}
    undecided = [name for _, name, _ in office.unsettled]
    for register in office.registers:
        meeting = register.meeting
        about = meeting_title(register.board, meeting, boards[meeting.board_id].year_start)
        for severity, rule, says in _about_register(register, undecided, today=today):
            yield Finding(severity, rule, about, says, "meeting", meeting.id)


def _about_register(
    register: Register, undecided: Iterable[str], *, today: date
) -> Iterator[tuple[Severity, str, str]]:
    meeting = register.meeting
    if meeting.state.was_held and meeting.date > today:
        yield (
            Severity.ERROR,
            "held in the future",
            "The meeting is called held, but its day is still to come.",
        )
    if meeting.state.is_to_come and meeting.date < today:
        yield (
            Severity.WARNING,
            "past but planned",
            "The day has passed: say whether the meeting was held or cancelled.",
        )
    for said in dict.fromkeys(deputy_doubts(placed(register.rows)).values()):
        yield Severity.WARNING, "doubtful deputy", said
    if register.closed and (missing := sum(row.mark is None for row in register.rows)):
        yield (
            Severity.ERROR,
            "closed with gaps",
            f"The register is closed, but {missing} on it are not recorded.",
        )
    if _waits(meeting, today=today) and not register.closed:
        yield Severity.WARNING, "open register", _open_says(register, undecided)
    if meeting.state is MeetingState.CANCELLED and any(row.mark for row in register.rows):
        yield Severity.NOTE, "marks on a cancelled meeting", "Its marks are kept and count towards nothing."


def _waits(meeting: Meeting, *, today: date) -> bool:
    return meeting.state.was_held and meeting.date <= today


def _open_says(register: Register, undecided: Iterable[str]) -> str:
    if not register.rows:
        return "The meeting was held, but its register was never opened."
    missing = sum(row.mark is None for row in register.rows)
    if not missing:
        names = ", ".join(f"“{name}”" for name in dict.fromkeys(undecided))
        who = (
            f", and an import left open who {names} may be, so somebody may be missing on it" if names else ""
        )
        return f"The register is open, so no figure counts it; everybody on it is recorded{who}."
    return (
        f"The register is open, so no figure counts it; {missing} of {len(register.rows)} are not recorded."
    )


def _days_of_meetings(office: Office, *, today: date) -> Iterator[Finding]:
    """Clashes of the meetings to come, and packs of statutory committees that are or were issued too late."""
    boards = {board.id: board for board in office.boards}
    meetings = tuple(register.meeting for register in office.registers)
    timetable = Timetable(office.boards, meetings, office.seats, office.people, office.free_days)
    for meeting in meetings:
        board = boards[meeting.board_id]
        about = meeting_title(board.short_name, meeting, board.year_start)
        if meeting.date >= today:
            for clash in timetable.clashes(meeting):
                yield Finding(Severity.WARNING, "clash", about, clash.says, "meeting", meeting.id)
        record = office.rounds.get(meeting.id, NOTHING_RECORDED)
        if says := notice_says(board, meeting, record, today=today):
            yield Finding(Severity.WARNING, "short notice", about, says, "meeting", meeting.id)


def _unsettled(office: Office) -> Iterator[Finding]:
    """Whom an import left off its registers, because nobody has said yet who is meant."""
    for source, name, asked in office.unsettled:
        says = f"{name} is not settled yet, so the registers of this document leave them off. {asked}"
        yield Finding(Severity.WARNING, "name not settled", source, says)


# Risks and issues ----------------------------------------------------------------------------------------


RISK_SEVERITIES = {
    RiskCheck.TARGET_ABOVE_CURRENT: Severity.ERROR,
    RiskCheck.CURRENT_ABOVE_INHERENT: Severity.ERROR,
    RiskCheck.CONSIDER_CLOSING: Severity.NOTE,
}


def _risks(office: Office, *, today: date) -> Iterator[Finding]:
    for risk in office.risks:
        for flag in risk_flags(risk, matrix=office.matrix, today=today, kpis=office.kpis):
            severity = RISK_SEVERITIES.get(flag.check, Severity.WARNING)
            about = f"{risk.ref} {risk.title}"
            yield Finding(severity, flag.check, about, flag.sentence, "risk", risk.id)


def _issues(issues: tuple[Issue, ...], *, today: date) -> Iterator[Finding]:
    for issue in issues:
        if issue.due and issue.due < today and issue.resolved_on is None:
            says = f"It was to be resolved by {in_words(issue.due)}."
            yield Finding(
                Severity.WARNING, "issue overdue", f"{issue.ref} {issue.title}", says, "issue", issue.id
            )


# Decisions and actions arising ----------------------------------------------------------------------------


def _decisions(office: Office, *, today: date) -> Iterator[Finding]:
    """What was to be ratified and was not, though the board has met since."""
    short = {board.id: board.short_name for board in office.boards}
    for made in office.decisions:
        since = [
            register.meeting.date
            for register in office.registers
            if register.meeting.board_id == made.board_id
            and register.meeting.state.was_held
            and register.meeting.state is not MeetingState.INQUORATE
            and made.made_on < register.meeting.date <= today
        ]
        if made.awaits_ratification and since:
            says = f"It is still to be ratified, and the board met on {in_words(max(since))}."
            about = f"{short.get(made.board_id, '')} {made.ref} {made.text}".strip()
            yield Finding(Severity.WARNING, "decision not ratified", about, says, "decision", made.id)


def _board_actions(office: Office, *, today: date) -> Iterator[Finding]:
    short = {board.id: board.short_name for board in office.boards}
    for action in office.board_actions:
        about = f"{short.get(action.board_id, '')} {action.ref} {action.text}".strip()
        place = ("board_action", action.id)
        if action.days_late(today) and action.due:
            says = f"It was due on {in_words(action.due)}."
            yield Finding(Severity.WARNING, "action arising overdue", about, says, *place)
        if action.is_open and action.has_nobody:
            says = f"{action.why_nobody}: no named person has this action."
            yield Finding(Severity.WARNING, "no named person", about, says, *place)
        elif action.is_open and action.has_only_bodies:
            yield Finding(Severity.NOTE, "no named person", about, f"{action.why_no_person}.", *place)
        if action.is_open and action.due is None:
            yield Finding(Severity.NOTE, "action arising without a date", about, "It has no date.", *place)


# The plan ------------------------------------------------------------------------------------------------

WANTS_SOMEBODY = frozenset(
    {
        FlagKind.OVERDUE,
        FlagKind.ON_TRACK_BUT_OVERDUE,
        FlagKind.IMPOSSIBLE_DATE,
        FlagKind.NO_EVIDENCE,
        FlagKind.KPI_NOT_MET,
        FlagKind.NO_REASON,
    }
)


def _plans(office: Office, *, today: date) -> Iterator[Finding]:
    for plan in office.plans:
        around = office.around(plan, today=today)
        yield from _refs_given_twice(plan)
        for area in plan.areas:
            yield from _flagged(area_flags(area), f"Area {area.number}", kind="area", row_id=area.id)
            for action in area.actions:
                yield from _flagged(flags_of(action, around), action.ref, kind="action", row_id=action.id)


def _refs_given_twice(plan: Plan) -> Iterator[Finding]:
    refs = Counter(action.ref for area in plan.areas for action in area.actions)
    for ref, times in refs.items():
        if times > 1:
            about, says = f"{plan.name} {ref}", f"{times} actions of this plan are called {ref}."
            yield Finding(Severity.ERROR, "ref given twice", about, says, "plan", plan.id)


def _flagged(flags: Iterable[Flag], about: str, *, kind: str, row_id: str) -> Iterator[Finding]:
    for flag in flags:
        severity = Severity.WARNING if flag.kind in WANTS_SOMEBODY else Severity.NOTE
        yield Finding(severity, flag.kind, about, flag.sentence, kind, row_id)


def _open_questions(office: Office) -> Iterator[Finding]:
    of_plans = (asked for plan in office.plans for asked in open_questions(plan))
    for asked in (*of_plans, *still_open(office.questions)):
        says = open_sentence(asked.challenge)
        yield Finding(Severity.NOTE, "question open", asked.ref, says, asked.about, asked.about_id)


def _kpis(kpis: Iterable[Kpi]) -> Iterator[Finding]:
    for kpi in kpis:
        for step, found in disagreements(kpi):
            severity = Severity.NOTE if found.why else Severity.WARNING
            says = f"{step.label}: {found.sentence}"
            yield Finding(severity, "declared against figures", kpi.ref, says, "kpi", kpi.id)
