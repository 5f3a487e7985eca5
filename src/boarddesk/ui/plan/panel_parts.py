"""Parts that the details of actions and areas share: status, flags, judgements, lines with a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boarddesk.rules.plan.actions import Action, Area, Judgement
from boarddesk.rules.plan.flags import Flag, FlagKind
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.plan.actions import PlanActions
from boarddesk.ui.plan.shown_plan import ShownPlan
from boarddesk.ui.plan.words import near_day, without_title
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.buttons import icon_button, link
from boarddesk.ui.widgets.detail_panel import MARGIN, DetailPanel
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.status_chip import StatusChip

MOST_JUDGEMENTS = 5
DAY_WIDTH = 64


class Part:
    """What fills a detail panel: the panel, what can be done, and what is shown."""

    def __init__(self, panel: DetailPanel, plan_actions: PlanActions, shown: ShownPlan) -> None:
        self.panel, self.plan_actions, self.shown = panel, plan_actions, shown

    def status(self, of: Action | Area) -> None:
        """The declared status, where it is heading, and what is flagged about it."""
        action = ("Change status", lambda: self.plan_actions.offer_statuses(of))
        inside = self.panel.add_section("Declared status", action=action)
        chip = StatusChip(of.declared)
        chip.pressed.connect(
            lambda: self.plan_actions.offer_statuses(of, chip.mapToGlobal(chip.rect().bottomLeft()))
        )
        inside.addLayout(Flow([chip, label(self._heading(of))]))

    def _heading(self, of: Action | Area) -> str:
        if of.declared is None:
            return "Nobody has said yet"
        since = f"since {near_day(of.judgements[0].as_at, self.shown.today)}"
        return self.shown.heading(self.shown.travel(of.judgements)) or since

    def flags(self, flags: Sequence[Flag], of: Action | Area) -> None:
        """Why it is flagged: each in a sentence, with what to do where it can be done here."""
        if not flags:
            return
        ground = QWidget()
        ground.setProperty("ground", "warn")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setAccessibleName("Why it is flagged")
        grid = QGridLayout(ground)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, flag in enumerate(flags):
            grid.addWidget(_sign(), at * 2, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._flag_head(flag, of), at * 2, 1)
            grid.addWidget(WrappedLabel(without_title(flag.sentence, _titled(flag))), at * 2 + 1, 1)
        self.panel.column.addSpacing(2)
        self.panel.add(ground)

    def _flag_head(self, flag: Flag, of: Action | Area) -> Flow:
        head = Flow([label(_titled(flag), "warn strong")], parted=True)
        if flag.kind is FlagKind.NO_REASON:
            about = f"area {of.number} {_lower(of)}" if isinstance(of, Area) else f"{of.ref} {_lower(of)}"
            head.addWidget(
                link("Give the reason", lambda: self.plan_actions.give_reason(of.judgements[0], about))
            )
        return head

    def path(self, judgements: Sequence[Judgement]) -> None:
        """The path to green, while the status that stands is adverse and its reason is known."""
        if not judgements or not judgements[0].status.is_a.adverse or not judgements[0].why:
            return
        stands = judgements[0]
        self.panel.column.addSpacing(2)
        self.panel.add(label("Path to green", "section"))
        self.panel.add(
            InPlace(
                stands.path_to_green,
                name="Path to green",
                does=lambda path: self.plan_actions.set_path(stands, path),
                empty="Say what will bring it back on course, and by when",
            )
        )

    def judgements(self, judgements: Sequence[Judgement]) -> None:
        """Who said what, when and why, the newest first."""
        if not judgements:
            return
        self.panel.column.addSpacing(4)
        self.panel.add(label("Judgements", "section"))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._judgement_rows(column, judgements[:MOST_JUDGEMENTS])
        self.panel.add(holder)
        if len(judgements) > MOST_JUDGEMENTS:
            self._offer_rest(column, judgements)

    def _offer_rest(self, column: QVBoxLayout, judgements: Sequence[Judgement]) -> None:
        more = link(f"Show all {len(judgements)}")

        def show() -> None:
            more.hide()
            self._judgement_rows(column, judgements[MOST_JUDGEMENTS:])

        more.clicked.connect(lambda _on=False: show())
        self.panel.add(left(more))

    def _judgement_rows(self, column: QVBoxLayout, judgements: Sequence[Judgement]) -> None:
        for judgement in judgements:
            column.addWidget(self._judgement(judgement))

    def _judgement(self, judgement: Judgement) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, look().px(48))
        grid.setColumnMinimumWidth(1, look().px(DAY_WIDTH - 12))
        grid.setColumnStretch(3, 1)
        grid.addWidget(label(judgement.said_by.value.capitalize()), 0, 0)
        grid.addWidget(label(near_day(judgement.as_at, self.shown.today), "meta"), 0, 1)
        grid.addWidget(StatusChip(judgement.status), 0, 2)
        self._add_why(grid, judgement)
        said = (judgement.said_by.value, near_day(judgement.as_at, self.shown.today), judgement.status.label)
        row.setAccessibleName(", ".join(said))
        return row

    def _add_why(self, grid: QGridLayout, judgement: Judgement) -> None:
        """Beside the chip where it is short, under it where it needs the width."""
        why = " ".join(judgement.why.split())
        missing = "no reason yet" if judgement.status.is_a.adverse else ""
        said, role = (quoted(why), "meta") if why else (missing, "warn")
        by = paint.width_of(judgement.said_by.value.capitalize(), look().font())
        day = paint.width_of(near_day(judgement.as_at, self.shown.today), look().font(12))
        before = max(by, look().px(48)) + max(day, look().px(DAY_WIDTH - 12)) + 3 * 8 + 2
        room = self.panel.width() - 2 * MARGIN - 12 - before - paint.chip_width(judgement.status.label)
        if paint.width_of(said, look().font(12 if why else 13)) <= room:
            grid.addWidget(WrappedLabel(said, role), 0, 3)
        else:
            grid.addWidget(WrappedLabel(said, role), 1, 0, 1, 4)

    def dated(
        self,
        inside: QVBoxLayout,
        day: date,
        text: str,
        *,
        name: str,
        does: Callable[[str], object],
        under: str = "",
    ) -> None:
        """A line with its day at the left, its words changed where they stand."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, look().px(DAY_WIDTH))
        grid.setColumnStretch(1, 1)
        when = label(near_day(day, self.shown.today), "meta")
        when.setContentsMargins(0, 3, 0, 0)
        grid.addWidget(when, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(InPlace(text, name=name, does=does), 0, 1)
        if under:
            grid.addWidget(WrappedLabel(under, "meta"), 1, 1)
        inside.addLayout(grid)


def _titled(flag: Flag) -> str:
    return flag.kind.value.capitalize().replace("kpi", "KPI")


def _lower(of: Action | Area) -> str:
    return of.declared.label.lower() if of.declared else "without a status"


def _sign() -> QWidget:
    made = label()
    colour = look().tokens.warn
    made.setPixmap(icons.pixmap("flag", colour=colour, size=look().px(16)))
    return made


def left(shown: QWidget) -> QHBoxLayout:
    """One control at the left of its line."""
    row = QHBoxLayout()
    row.addWidget(shown)
    row.addStretch(1)
    return row


def remover(name: str, does: Callable[[], object]) -> QPushButton:
    """The small cross that takes a line out; undo brings it back."""
    return icon_button("close", name, does)


def quoted(words: str) -> str:
    """As said: in quotation marks, unless somebody put them there."""
    plain = words.strip()
    return plain if plain.startswith(("“", '"', "‘", "'")) else f"“{plain}”"
