"""Feeding a KPI from one of the three figures, and stopping: both asked for on the Attendance page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from boarddesk.records.attendance.fed_kpis import source_of
from boarddesk.records.boards import boards
from boarddesk.records.plan.feeding import feed_kpi, stop_feeding
from boarddesk.records.plan.kpis import add_kpi, kpis
from boarddesk.records.plan.plans import plan, plans
from boarddesk.rules.people import Board, TargetFigure
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.plan.fed_figures import FedAttendance, entered_steps
from boarddesk.rules.plan.feeds import (
    FIGURE_NAMES,
    PERIOD_NAMES,
    FedFigure,
    FedPeriod,
    Feed,
    proposed_wording,
)
from boarddesk.rules.plan.figures import actual_shown
from boarddesk.rules.plan.kpis import Kpi, Target, Unit, current_step, next_kpi_ref
from boarddesk.rules.refused import Refused
from boarddesk.rules.terms import check_target
from boarddesk.rules.wording import between_in_short, count_in_words, cut_characters
from boarddesk.ui.page import Page, Session
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note
from boarddesk.ui.widgets.form_dialog import open_form

NEW = ""
LONGEST_CHOICE = 58


@dataclass(frozen=True)
class Measures:
    """The plans with the KPIs an attendance figure can feed: those counted in per cent."""

    plans: tuple[Plan, ...]
    kpis: tuple[tuple[Plan, Kpi], ...]

    def of(self, plan_id: str) -> list[Kpi]:
        """The KPIs of one plan."""
        return [kpi for of, kpi in self.kpis if of.id == plan_id]

    def kpi(self, kpi_id: str) -> Kpi | None:
        """One of them."""
        return next((kpi for _, kpi in self.kpis if kpi.id == kpi_id), None)

    def choices(self) -> list[tuple[str, str]]:
        """For a drop-down: ref and wording, and the plan where there are several."""
        return [(kpi.id, self._words(of, kpi)) for of, kpi in self.kpis if kpi.unit is Unit.PERCENT]

    def _words(self, of: Plan, kpi: Kpi) -> str:
        words = "  ".join(part for part in (kpi.ref, kpi.wording) if part)
        named = f"{words} · {of.name}" if len(self.plans) > 1 else words
        return cut_characters(named, LONGEST_CHOICE)


def measures(session: Session) -> Measures:
    """All that can be fed, and what feeds it now."""
    known = plans(session.file)
    found = [(plan, kpi) for plan in known for kpi in kpis(session.file, plan.id, as_at=session.today)]
    return Measures(known, tuple(found))


class FeedAnswers:
    """What the answers of the form to feed a KPI come to: which board, which figure, which KPI."""

    def __init__(self, session: Session, boards: Sequence[Board]) -> None:
        self.session, self.boards, self.known = session, tuple(boards), measures(session)
        self._sources: dict[str, FedAttendance] = {}
        self._figures: dict[Feed, str] = {}

    def board(self, given: Answers) -> Board:
        """The board whose registers feed it."""
        return next(board for board in self.boards if board.id == given.text("board"))

    def feed(self, given: Answers) -> Feed:
        """The figure, of which board, over which period."""
        figure, period = FedFigure(given.text("figure")), FedPeriod(given.text("period"))
        return Feed(figure, self.board(given).id, period)

    def kpi(self, given: Answers) -> Kpi | None:
        """The KPI chosen; None for a new one."""
        return self.known.kpi(given.text("kpi"))

    def is_new(self, given: Answers) -> bool:
        """Whether the KPI is to be made first."""
        return self.kpi(given) is None

    def stays(self, given: Answers) -> str:
        """What is said of a KPI that is there already."""
        kpi = self.kpi(given)
        return _kept(kpi) if kpi is not None else ""

    def stops(self, given: Answers) -> str:
        """The words of the button that stops a KPI which is fed; empty for another."""
        kpi = self.kpi(given)
        return f"Stop feeding {kpi.name}" if kpi is not None and kpi.fed_from is not None else ""

    def wording(self, given: Answers) -> str:
        """Words for a new KPI."""
        return proposed_wording(FedFigure(given.text("figure")), self.board(given).name)

    def areas(self, plan_id: str) -> list[tuple[str, str]]:
        """The areas of a plan, for a drop-down."""
        words = [
            (area.id, cut_characters(f"{area.number} {area.title}".strip(), LONGEST_CHOICE))
            for area in plan(self.session.file, plan_id).areas
        ]
        return [("", "No area"), *words]

    def figure_now(self, given: Answers) -> str:
        """The figure as it is now; each is worked out once, and the registers of a board are read once."""
        feed = self.feed(given)
        if feed not in self._figures:
            self._figures[feed] = self._worked_out(feed, self.board(given))
        return self._figures[feed]

    def _worked_out(self, feed: Feed, board: Board) -> str:
        today = self.session.today
        if board.id not in self._sources:
            self._sources[board.id] = source_of(self.session.file, feed, board, today=today)
        source = replace(self._sources[board.id], feed=feed)
        newest = max(source.days, default=today)
        figure, first = source.figure(newest, today), source.since(newest, today)
        last = source.through(newest, today)
        still = source.source(first, last).open_note
        held = board.attendance_target if feed.figure.value == board.target_figure.value else None
        now = "Nothing counted yet"
        if figure.of:
            now = f"Now {figure.text(held)} · {between_in_short(first, last)}"
        return " · ".join(part for part in (now, still) if part)

    def write(self, given: Answers) -> str:
        """Feed the KPI, made before where it is new; its name."""
        file, kpi = self.session.file, self.kpi(given)
        if kpi is not None:
            feed_kpi(file, kpi.id, self.feed(given))
            return kpi.name
        ref = given.text("ref")
        target = Target(value=check_target(given.text("attendance_target")))
        with file.change(f"Feed KPI {ref}"):
            made = add_kpi(
                file,
                given.text("plan"),
                ref=ref,
                wording=given.text("wording"),
                unit=Unit.PERCENT,
                headline=target,
                area_id=given.text("area") or None,
            )
            feed_kpi(file, made, self.feed(given))
        return ref


def feed_form(
    session: Session,
    boards: Sequence[Board],
    *,
    period: FedPeriod = FedPeriod.YEAR,
    stop: Callable[[str], object],
) -> Form:
    """Which figure of which board feeds which KPI, over which period at each step."""
    answers = FeedAnswers(session, boards)
    return Form(
        "feed",
        "Feed a KPI",
        answers.write,
        [*_what_feeds(answers, period), *_what_is_fed(answers)],
        button="Feed KPI",
        under=f"{boards[0].name if len(boards) == 1 else 'From the registers of one board'}. "
        "Each register closed, reopened or corrected then changes its actual.",
        focus="kpi",
        picked={"plan": lambda given: given.offer("area", answers.areas(given.text("plan")))},
        instead=(answers.stops, lambda given: stop(given.text("kpi"))),
    )


def _what_feeds(answers: FeedAnswers, period: FedPeriod) -> list[FormField | Note]:
    boards = answers.boards
    personal = boards[0].target_figure is TargetFigure.PERSONAL
    return [
        FormField(
            "board",
            "Board",
            FieldKind.CHOICE,
            choices=[(board.id, board.name) for board in boards],
            shown=lambda _given: len(boards) > 1,
        ),
        FormField(
            "figure",
            "Figure",
            FieldKind.CHOICE,
            FedFigure.PERSONAL if personal else FedFigure.SEAT,
            choices=[(figure, _begun(words)) for figure, words in FIGURE_NAMES.items()],
        ),
        FormField(
            "period",
            "Period at each step",
            FieldKind.CHOICE,
            period,
            choices=[(period, _begun(words)) for period, words in PERIOD_NAMES.items()],
            beside=True,
        ),
        Note(answers.figure_now),
    ]


def _what_is_fed(answers: FeedAnswers) -> list[FormField | Note]:
    """A KPI that is there already, or all a new one needs."""
    known, first = answers.known, answers.known.plans[0].id
    target = f"{answers.boards[0].attendance_target.normalize():f}%"
    plans = [(plan.id, plan.name) for plan in known.plans]
    missing, is_new = "Give the KPI a ref, such as K8.", answers.is_new
    return [
        FormField("kpi", "KPI", FieldKind.CHOICE, NEW, choices=[(NEW, "A new KPI"), *known.choices()]),
        Note(answers.stays),
        FormField(
            "plan",
            "Plan",
            FieldKind.CHOICE,
            choices=plans,
            shown=lambda given: is_new(given) and len(plans) > 1,
        ),
        FormField(
            "area", "Area", FieldKind.CHOICE, choices=answers.areas(first), hint="Optional.", shown=is_new
        ),
        FormField("ref", "Ref", value=next_kpi_ref(known.of(first)), required=missing, shown=is_new),
        FormField("attendance_target", "Target, at least", value=target, beside=True, shown=is_new),
        FormField("wording", "Wording", shown=is_new, follows=answers.wording),
    ]


def stop_feeding_form(session: Session, fed: Sequence[Kpi], *, kpi_id: str = "") -> Form:
    """A KPI follows the registers no more; its last actuals stay."""
    first = next((kpi for kpi in fed if kpi.id == kpi_id), fed[0])
    alone = len(fed) == 1 or bool(kpi_id)

    def chosen(given: Answers) -> Kpi:
        return next(kpi for kpi in fed if kpi.id == given.text("kpi"))

    return Form(
        "stop feeding",
        f"Stop feeding {first.name}" if alone else "Stop feeding a KPI",
        lambda given: stop_feeding(session.file, given.text("kpi"), today=session.today),
        [
            FormField(
                "kpi",
                "KPI",
                FieldKind.CHOICE,
                first.id,
                choices=[(kpi.id, cut_characters(_words(kpi), LONGEST_CHOICE)) for kpi in fed],
                shown=lambda _given: not alone,
            ),
            Note(lambda given: _fed_now(chosen(given))),
            Note(lambda given: _what_stays(chosen(given), session), role=""),
        ],
        button=lambda given: f"Stop feeding {chosen(given).name}",
        under=first.wording if alone else "",
    )


def _words(kpi: Kpi) -> str:
    return "  ".join(part for part in (kpi.ref, kpi.wording) if part)


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _fed_now(kpi: Kpi) -> str:
    return f"Fed now: {kpi.fed_from.source_words}." if kpi.fed_from else ""


def _kept(kpi: Kpi) -> str:
    """What is said of a KPI that is there already: what feeds it now, and which figures stay."""
    fed = f"{_fed_now(kpi)} This takes its place." if kpi.fed_from else ""
    entered = entered_steps(kpi)
    stay = (
        f"{count_in_words(entered, 'step')} with a figure somebody entered will keep it." if entered else ""
    )
    return " ".join(part for part in (fed, _begun(stay)) if part)


def _what_stays(kpi: Kpi, session: Session) -> str:
    step = current_step(kpi, today=session.today)
    now = actual_shown(step.actual, kpi.unit) if step else ""
    return (
        f"Its actuals stay as they are{f', now {now},' if now else ''} as if somebody had entered them. "
        "No register changes them any more."
    )


# ── asked for on the page ──


def ask_to_feed(page: Page, *, period: FedPeriod) -> None:
    """Open the dialog over the page; refused where there is nothing to feed or to feed from."""
    session = page.session
    of = [board for board in boards(session.file) if session.board_id in (None, board.id)]
    if not of:
        raise Refused("There is no board yet. Add one on the People page: its registers feed the KPI.")
    if not plans(session.file):
        raise Refused("A KPI belongs to a plan, and there is none yet. Add one on the Plan page first.")
    form = feed_form(session, of, period=period, stop=lambda kpi_id: ask_to_stop(page, kpi_id))
    open_form(page, form, lambda name: _tell_fed(page, name))


def _tell_fed(page: Page, name: str) -> None:
    if page.isVisible():  # asked for by Ctrl+K elsewhere, it would wait here and be old news
        title = f"{name} follows the registers from now on."
        page.tell(title, "It stands on Today and in the highlight report.", tone=Tone.GOOD)


def ask_to_stop(page: Page, kpi_id: str = "") -> None:
    """Open the dialog over the page; refused where no KPI is fed."""
    fed = [kpi for _, kpi in measures(page.session).kpis if kpi.fed_from]
    if not fed:
        raise Refused("No KPI is fed from a figure, so there is nothing to stop.")
    open_form(page, stop_feeding_form(page.session, fed, kpi_id=kpi_id))
