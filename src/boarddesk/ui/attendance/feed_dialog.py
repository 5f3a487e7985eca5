"""Feeding a KPI from one of the three figures, and stopping: both asked for on the Attendance page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLineEdit, QWidget

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
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.opening import open_to_write

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


def measures(office: Session) -> Measures:
    """All that can be fed, and what feeds it now."""
    known = plans(office.file)
    found = [(plan, kpi) for plan in known for kpi in kpis(office.file, plan.id, as_at=office.today)]
    return Measures(known, tuple(found))


class FeedDialog(FormDialog):
    """Which figure of which board feeds which KPI, over which period at each step."""

    def __init__(
        self,
        parent: QWidget,
        office: Session,
        of: Sequence[Board],
        *,
        period: FedPeriod = FedPeriod.YEAR,
        stops: Callable[[str], object] | None = None,
    ) -> None:
        self._stop = buttons.quiet("Stop feeding", lambda: self._leave_to_stop(stops))
        super().__init__(
            parent,
            title="Feed a KPI",
            button="Feed KPI",
            does=self._write,
            under=f"{of[0].name if len(of) == 1 else 'From the registers of one board'}. "
            "Each register closed, reopened or corrected then changes its actual.",
            extra=(self._stop,),
        )
        self._office, self._boards, self._measures = office, tuple(of), measures(office)
        self._sources: dict[str, FedAttendance] = {}
        self._typed = False
        self.fed_name = ""
        self._make_fields(period)
        self._lay_out()
        self._connect()
        self._propose()
        self.kpi.setFocus()

    def _make_fields(self, period: FedPeriod) -> None:
        self.board = Choice([(board.id, board.name) for board in self._boards], name="Board")
        self.figure = Choice([(one, _begun(words)) for one, words in FIGURE_NAMES.items()], name="Figure")
        personal = self._boards[0].target_figure is TargetFigure.PERSONAL
        self.figure.choose(FedFigure.PERSONAL if personal else FedFigure.SEAT)
        self.period = Choice([(one, _begun(words)) for one, words in PERIOD_NAMES.items()], name="Period")
        self.period.choose(period)
        self.now = WrappedLabel("", "meta")
        self.kpi = Choice([(NEW, "A new KPI"), *self._measures.choices()], name="KPI")
        self.said = WrappedLabel("", "meta")
        self.plan = Choice([(plan.id, plan.name) for plan in self._measures.plans], name="Plan")
        self.area = Choice(name="Area")
        self.ref, self.target, self.wording = QLineEdit(), QLineEdit(), QLineEdit()

    def _lay_out(self) -> None:
        if len(self._boards) > 1:
            self.add_row({"board": ("Board", self.board)})
        self.add_row({"figure": ("Figure", self.figure), "period": ("Period at each step", self.period)})
        self.add(self.now)
        self.add_row({"kpi": ("KPI", self.kpi)})
        self.add(self.said)
        self.add_row({"plan": ("Plan", self.plan)})
        self.add_row({"area": ("Area", self.area)}, hints={"area": "Optional."})
        self.add_row({"ref": ("Ref", self.ref), "attendance_target": ("Target, at least", self.target)})
        self.add_row({"wording": ("Wording", self.wording)})

    def _connect(self) -> None:
        for choice in (self.board, self.figure, self.period, self.kpi, self.plan):
            choice.picked.connect(lambda _value: self._propose())
        self.wording.textEdited.connect(self._note_typing)

    def _note_typing(self, _words: str) -> None:
        self._typed = True

    # ── what follows from what is chosen ──

    def _whose(self) -> Board:
        return next(board for board in self._boards if board.id == self.board.value())

    def _feed(self) -> Feed:
        return Feed(FedFigure(self.figure.value()), self._whose().id, FedPeriod(self.period.value()))

    def _propose(self) -> None:
        """The figure as it is now, what feeds the KPI chosen, and words for a new one."""
        chosen = self._measures.kpi(self.kpi.value())
        for key in ("plan", "area", "ref", "attendance_target", "wording"):
            self.fields[key].setVisible(chosen is None)
        self.fields["plan"].setVisible(chosen is None and len(self._measures.plans) > 1)
        self.now.setText(self._figure_now())
        self.said.setText(_kept(chosen) if chosen else "")
        self.said.setVisible(bool(self.said.text()))
        self._stop.setVisible(chosen is not None and chosen.fed_from is not None)
        if chosen is not None:
            buttons.reword(self._stop, f"Stop feeding {chosen.name}")
        else:
            self._propose_new()

    def _figure_now(self) -> str:
        whose, feed = self._whose(), self._feed()
        if whose.id not in self._sources:
            self._sources[whose.id] = source_of(self._office.file, feed, whose, today=self._office.today)
        source, today = replace(self._sources[whose.id], feed=feed), self._office.today
        newest = max(source.days, default=today)
        figure, first = source.figure(newest, today), source.since(newest, today)
        last = source.through(newest, today)
        still = source.source(first, last).open_note
        held = whose.attendance_target if feed.figure.value == whose.target_figure.value else None
        now = "Nothing counted yet"
        if figure.of:
            now = f"Now {figure.text(held)} · {between_in_short(first, last)}"
        return " · ".join(part for part in (now, still) if part)

    def _propose_new(self) -> None:
        whose, plan_id = self._whose(), self.plan.value()
        areas = plan(self._office.file, plan_id).areas
        words = [
            (area.id, cut_characters(f"{area.number} {area.title}".strip(), LONGEST_CHOICE)) for area in areas
        ]
        self.area.set_choices([("", "No area"), *words])
        self.ref.setText(self.ref.text() or next_kpi_ref(self._measures.of(plan_id)))
        self.target.setText(self.target.text() or f"{whose.attendance_target.normalize():f}%")
        if not self._typed:
            self.wording.setText(proposed_wording(FedFigure(self.figure.value()), whose.name))

    # ── writing ──

    def _write(self) -> None:
        chosen = self._measures.kpi(self.kpi.value())
        self.fed_name = chosen.name if chosen else self.ref.text().strip()
        if chosen is not None:
            feed_kpi(self._office.file, chosen.id, self._feed())
            return
        if not self.fed_name:
            raise Refused("Give the KPI a ref, such as K8.", field="ref")
        target = Target(value=check_target(self.target.text()))
        with self._office.file.change(f"Feed KPI {self.fed_name}"):
            made = add_kpi(
                self._office.file,
                self.plan.value(),
                ref=self.fed_name,
                wording=self.wording.text(),
                unit=Unit.PERCENT,
                headline=target,
                area_id=self.area.value() or None,
            )
            feed_kpi(self._office.file, made, self._feed())

    def _leave_to_stop(self, stops: Callable[[str], object] | None) -> None:
        self.reject()
        if stops is not None:
            stops(self.kpi.value())


class StopFeedingDialog(FormDialog):
    """A KPI follows the registers no more; its last actuals stay."""

    def __init__(self, parent: QWidget, office: Session, fed: Sequence[Kpi], *, kpi_id: str = "") -> None:
        first = next((kpi for kpi in fed if kpi.id == kpi_id), fed[0])
        alone = len(fed) == 1 or bool(kpi_id)
        title = f"Stop feeding {first.name}" if alone else "Stop feeding a KPI"
        super().__init__(
            parent, title=title, button=title, does=self._write, under=first.wording if alone else ""
        )
        self._office, self._fed = office, tuple(fed)
        self.kpi = Choice([(kpi.id, cut_characters(_words(kpi), LONGEST_CHOICE)) for kpi in fed], name="KPI")
        self.kpi.choose(first.id)
        self.fed_now, self.said = WrappedLabel("", "meta"), WrappedLabel("")
        if not alone:
            self.add_row({"kpi": ("KPI", self.kpi)})
        for words in (self.fed_now, self.said):
            self.add(words)
        self.kpi.picked.connect(lambda _value: self._say())
        self._say()

    def chosen(self) -> Kpi:
        """The KPI that is to stop."""
        return next(kpi for kpi in self._fed if kpi.id == self.kpi.value())

    def _say(self) -> None:
        buttons.reword(self.accept_button, f"Stop feeding {self.chosen().name}")
        self.fed_now.setText(_fed_now(self.chosen()))
        self.said.setText(_what_stays(self.chosen(), self._office))

    def _write(self) -> None:
        stop_feeding(self._office.file, self.kpi.value(), today=self._office.today)


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


def _what_stays(kpi: Kpi, office: Session) -> str:
    step = current_step(kpi, today=office.today)
    now = actual_shown(step.actual, kpi.unit) if step else ""
    return (
        f"Its actuals stay as they are{f', now {now},' if now else ''} as if somebody had entered them. "
        "No register changes them any more."
    )


# ── asked for on the page ──


def ask_to_feed(page: Page, *, period: FedPeriod) -> None:
    """Open the dialog over the page; refused where there is nothing to feed or to feed from."""
    office = page.office
    of = [board for board in boards(office.file) if office.board_id in (None, board.id)]
    if not of:
        raise Refused("There is no board yet. Add one on the People page: its registers feed the KPI.")
    if not plans(office.file):
        raise Refused("A KPI belongs to a plan, and there is none yet. Add one on the Plan page first.")
    dialog = FeedDialog(page, office, of, period=period, stops=lambda kpi_id: ask_to_stop(page, kpi_id))
    dialog.accepted.connect(lambda: _tell_fed(page, dialog.fed_name))
    open_to_write(dialog)


def _tell_fed(page: Page, name: str) -> None:
    if page.isVisible():  # asked for by Ctrl+K elsewhere, it would wait here and be old news
        title = f"{name} follows the registers from now on."
        page.tell(title, "It stands on Today and in the highlight report.", tone=Tone.GOOD)


def ask_to_stop(page: Page, kpi_id: str = "") -> None:
    """Open the dialog over the page; refused where no KPI is fed."""
    fed = [kpi for _, kpi in measures(page.office).kpis if kpi.fed_from]
    if not fed:
        raise Refused("No KPI is fed from a figure, so there is nothing to stop.")
    dialog = StopFeedingDialog(page, page.office, fed, kpi_id=kpi_id)
    open_to_write(dialog)
