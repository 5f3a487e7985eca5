"""Gathers what a document prints: everything a highlight report says, of one area or of the whole board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from boarddesk.records import meetings
from boarddesk.records.as_stood import stood_on
from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.attendance.tallies import year_to_date
from boarddesk.records.boards import board, boards
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.plan import challenges, kpis, plans
from boarddesk.records.plan.since import LoggedSince, brought_since, entered_on, logged_since
from boarddesk.records.risks import issues, matrices, register
from boarddesk.rules.attendance.figures import target_shown
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.attendance.report import MeetingFigures
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.highlights.pack import AreaPack, AttendanceLine, HighlightPack, Period, StatusCounts
from boarddesk.rules.meetings.boards_around import boards_before, next_board
from boarddesk.rules.meetings.meeting import Meeting, MeetingState, meeting_title
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Action, Area, Challenge, Plan, judgement_on
from boarddesk.rules.plan.as_stood import kpi_on, plan_on, question_on, was_open
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.plan.questions import ChallengeWithRef
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.as_stood import issue_on, risk_on, was_raised
from boarddesk.rules.risks.risk import Issue, Risk
from boarddesk.rules.statuses.status import Status, count_statuses
from boarddesk.rules.wording import with_the

HIGHLIGHT = "highlight"
BOARDS_COMPARED = 3


def highlight_pack(
    file: OfficeFile,
    *,
    today: date,
    board_id: str | None = None,
    plan_id: str | None = None,
    area: str = "",
    meeting_id: str | None = None,
) -> HighlightPack:
    """Everything the report of an area (by its number) or of the whole board says.

    Without a meeting it is the board's next one; for one that is past it is what would have been issued on
    its own day, from the office as it stood then; that it was cancelled is said even if entered later.
    """
    asked = meetings.meeting(file, meeting_id) if meeting_id else None
    if asked is None or asked.date >= today:
        return _pack(file, today=today, board_id=board_id, plan_id=plan_id, area=area, meeting_id=meeting_id)
    with stood_on(file, asked, board_id=board_id, plan_id=plan_id) as stood:
        pack = _pack(
            stood.file,
            today=asked.date,
            board_id=board_id,
            plan_id=plan_id,
            area=area,
            meeting_id=meeting_id,
            brought_in=stood.brought_in,
            past_day=asked.date,
        )
    cancelled = asked.state is MeetingState.CANCELLED
    return replace(pack, edition=draft_edition(file, today), cancelled=cancelled)


def _pack(
    file: OfficeFile,
    *,
    today: date,
    board_id: str | None,
    plan_id: str | None,
    area: str,
    meeting_id: str | None,
    brought_in: date | None = None,
    past_day: date | None = None,
) -> HighlightPack:
    plan = _plan(file, plan_id, board_id)
    whose = _board_for(file, plan, board_id)
    meeting = _meeting(file, whose, meeting_id, today)
    as_at = min(today, meeting.date)
    held = _boards_before(file, plan, meeting.board_id, day=as_at)
    gathered = _PlanHistory(file, plan_on(plan, as_at), as_at=as_at, held=held, log_tells=brought_in is None)
    wanted = [known for known in gathered.plan.areas if not area or known.number == area]
    if not wanted:
        raise Refused(_no_area(plan, area, past_day=past_day), field="area")
    office = office_names(file)
    return HighlightPack(
        partnership=office.partnership,
        board=whose.name,
        board_short=whose.short_name,
        plan=plan.name,
        scheme=plan.scheme,
        matrix=matrices.in_force(file),
        meeting_day=meeting.date,
        meeting_title=meeting_title(whose.short_name, meeting, whose.year_start),
        period=_period(meeting, held),
        as_at=as_at,
        edition=draft_edition(file, today),
        author=office.secretary,
        areas=tuple(gathered.area(known) for known in wanted),
        whole_board=not area,
        across=() if area else gathered.across(),
        over_boards=gathered.over_boards(meeting.date),
        attendance=attendance_line(file, whose, as_at=as_at),
        board_id=whose.id or None,
        meeting_id=meeting.id or None,
        brought_in=brought_in,
        kpis=gathered.kpis,
        forms_out=whose.rule("forms_out"),
        new_actions=gathered.new,
        brought_actions=gathered.brought,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )


def area_scope(area: str) -> str:
    """What an issued report covers: `area 4`, or the whole board."""
    return f"area {area}" if area else "whole board"


def _no_area(plan: Plan, area: str, *, past_day: date | None) -> str:
    numbers = ", ".join(known.number for known in plan.areas)
    if not numbers:
        return "The plan has no areas yet, so there is nothing to report. Import a plan or add an area first."
    if past_day:
        return f"On {in_words(past_day)} there was no area {area} in {plan.name}. Its areas were {numbers}."
    return f"There is no area {area} in {plan.name}. Its areas are {numbers}."


def _no_plan(file: OfficeFile, board_id: str | None) -> str:
    if not board_id:
        return "There is no plan to report on yet. Import one, or add it on the Plan page."
    return (
        f"A highlight report needs a plan, and {with_the(board(file, board_id).name)} has none yet. Import "
        "one, or add it on the Plan page. The attendance report needs no plan."
    )


def _plan(file: OfficeFile, plan_id: str | None, board_id: str | None) -> Plan:
    if plan_id:
        return plans.plan(file, plan_id)
    of_board = [plan for plan in plans.plans(file) if board_id in (None, plan.board_id)]
    if not of_board:
        raise Refused(_no_plan(file, board_id), field="plan")
    return plans.plan(file, of_board[0].id)


def _board_for(file: OfficeFile, plan: Plan, board_id: str | None) -> Board:
    """The board asked for, the plan’s own, the office’s first; a plan is reported before any board too."""
    known = board_id or plan.board_id
    if known:
        return board(file, known)
    return next(iter(boards(file)), Board("", "", ""))


def _meeting(file: OfficeFile, whose: Board, meeting_id: str | None, today: date) -> Meeting:
    """The meeting asked for, the board today works towards, or one today where none is."""
    if meeting_id:
        return meetings.meeting(file, meeting_id)
    known = meetings.meetings(file, whose.id)
    return next_board(known, today) or Meeting("", whose.id, 1, today)


def _boards_before(file: OfficeFile, plan: Plan, board_id: str, *, day: date) -> list[Meeting]:
    """Boards held that could know the plan: not those before anybody judged it and it was in the office."""
    judged = (
        judgement.as_at
        for area in plan.areas
        for judgements in (area.judgements, *(action.judgements for action in area.actions))
        for judgement in judgements
    )
    entered = entered_on(file, plan.id)
    since = min((*judged, *([entered] if entered else [])), default=date.min)
    return [board for board in boards_before(meetings.meetings(file, board_id), day) if board.date >= since]


def _period(meeting: Meeting, held: list[Meeting]) -> Period:
    last = held[-1].date if held else None
    return Period(last + timedelta(1) if last else None, meeting.date, last)


@dataclass(frozen=True)
class _Around:
    """What the areas of a plan share: read once, handed out area by area."""

    kpis: tuple[Kpi, ...]
    risks: tuple[Risk, ...]
    issues: tuple[Issue, ...]
    asked: tuple[ChallengeWithRef, ...]
    since: LoggedSince


class _PlanHistory:
    """A plan at the report's day beside what stood at the boards before."""

    def __init__(
        self, file: OfficeFile, plan: Plan, *, as_at: date, held: list[Meeting], log_tells: bool
    ) -> None:
        """`log_tells` is false where the boards lie before the plan came in: nothing was added since them."""
        self.plan = plan
        self._boards = [meeting.date for meeting in held[-BOARDS_COMPARED:]]
        self._as_at = as_at

        def logged(day: date) -> LoggedSince:
            return logged_since(file, plan.id, day) if log_tells else LoggedSince({}, {})

        self._around = _Around(
            kpis=tuple(kpi_on(kpi, as_at) for kpi in kpis.kpis(file, plan.id, as_at=as_at)),
            risks=tuple(risk_on(risk, as_at) for risk in register.risks(file) if was_raised(risk, as_at)),
            issues=tuple(issue_on(issue, as_at) for issue in issues.issues(file) if issue.raised_on <= as_at),
            asked=tuple(
                replace(question, challenge=question_on(question.challenge, as_at))
                for question in challenges.questions(file, still_open=False)
                if was_open(question.challenge, as_at)
            ),
            since=logged(self._boards[0] if self._boards else as_at),
        )
        self.brought = brought_since(file, plan.id, self._boards[-1] if self._boards else None)
        self._last_since = logged(self._boards[-1] if self._boards else as_at)

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        """Every KPI of the plan."""
        return self._around.kpis

    @property
    def new(self) -> frozenset[str]:
        """The actions that came into the office since the last board."""
        return self._last_since.new if self._boards else frozenset()

    def area(self, area: Area) -> AreaPack:
        """One area with all that is said of it."""
        last = self._boards[-1] if self._boards else None
        there = [action for action in area.actions if last and self._was_there(action, last)]
        refs = {action.id for action in area.actions}
        known_risks = {risk.id for risk in self._around.risks if _bears_on(risk, area, refs)}
        return AreaPack(
            area=area,
            last=judgement_on(area.judgements, last) if last else None,
            last_action_status=tuple((action.id, _stood(action, last)) for action in there if last),
            last_by_when=tuple(
                (action.id, self._last_since.deadline_before.get(action.id, action.by_when))
                for action in there
            ),
            kpis=tuple(kpi for kpi in self._around.kpis if _about(kpi.area_id, kpi.action_id, area, refs)),
            risks=tuple(risk for risk in self._around.risks if risk.id in known_risks),
            issues=tuple(
                issue
                for issue in self._around.issues
                if issue.area_id == area.id or issue.risk_id in known_risks
            ),
            questions=tuple(self._questions(area, known_risks)),
        )

    def across(self) -> tuple[Kpi, ...]:
        """The KPIs that belong to no single area, by themselves or by an action."""
        actions = {action.id for area in self.plan.areas for action in area.actions}
        return tuple(kpi for kpi in self._around.kpis if kpi.area_id is None and kpi.action_id not in actions)

    def over_boards(self, day: date) -> tuple[StatusCounts, ...]:
        """How many actions had each status on each of the last boards, and have it now."""
        actions = [action for area in self.plan.areas for action in area.actions]
        before = (
            self._counts(
                [action for action in actions if self._was_there(action, board)], board, stood_on=board
            )
            for board in self._boards
        )
        return (*before, self._counts(actions, day, stood_on=self._as_at))

    def _counts(self, actions: Iterable[Action], board_day: date, *, stood_on: date) -> StatusCounts:
        counts, undeclared = count_statuses(
            (_stood(action, stood_on) for action in actions), self.plan.scheme
        )
        return StatusCounts(board_day, counts, undeclared)

    def _was_there(self, action: Action, day: date) -> bool:
        """Whether the action was in the plan: it was judged by then, or nothing says that it came later."""
        added = self._around.since.added.get(action.id)
        return added is None or added <= day or judgement_on(action.judgements, day) is not None

    def _questions(self, area: Area, risk_ids: set[str]) -> Iterable[tuple[Action | None, Challenge]]:
        """Those put to its actions, its KPIs and the risks that bear on it."""
        by_id = {action.id: action for action in area.actions}
        return (
            (by_id.get(asked.about_id), asked.challenge)
            for asked in self._around.asked
            if asked.area_id == area.id or asked.about_id in risk_ids
        )


def _stood(action: Action, day: date | None) -> Status | None:
    judged = judgement_on(action.judgements, day) if day else None
    return judged.status if judged else None


def _about(area_id: str | None, action_id: str | None, area: Area, action_ids: set[str]) -> bool:
    return area_id == area.id or (area_id is None and action_id in action_ids)


def _bears_on(risk: Risk, area: Area, action_ids: set[str]) -> bool:
    return risk.area_id == area.id or (risk.area_id is None and not action_ids.isdisjoint(risk.action_ids))


# Attendance


def attendance_line(file: OfficeFile, whose: Board, *, as_at: date) -> AttendanceLine | None:
    """The board's attendance in its year up to a day; None while no register is closed."""
    first, last = year_to_date(file, [whose], as_at)
    report = attendance_report(
        file, By.SEAT, today=as_at, board_id=whose.id, first=first, last=last, with_headroom=False
    )
    figure, kind, target = report.total.judged, whose.target_figure, whose.attendance_target
    if not report.trend or not figure.of:
        return None
    return AttendanceLine(
        figure=kind,
        filled=figure.n,
        expected=figure.of,
        shown=figure.shown(target),
        target=target_shown(target),
        below=figure.meets(target) is False,
        meetings=len(report.trend),
        first=first,
        last=last,
        lowest=_spread(report.lowest(kind), whose),
        highest=_spread(report.highest(kind), whose),
        open_registers=len(report.open_registers),
        definition=report.definition,
    )


def _spread(meeting: MeetingFigures | None, whose: Board) -> str:
    if meeting is None:
        return ""
    figure = meeting.of(whose.target_figure)
    return f"{figure.fraction} ({figure.shown(whose.attendance_target)})"
