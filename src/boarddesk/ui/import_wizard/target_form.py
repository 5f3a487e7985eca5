"""Where the document goes: as what, to which board and plan, and how its blanks and statuses are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.deciding.reading import Reading, ReadingChoices
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.intake import Target, check, plans_recognised
from boarddesk.records import boards as records_boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import plans as records_plans
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.plan_choices import PlanChoice
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import SCHEMES, Scheme
from boarddesk.ui.import_wizard.source import Source
from boarddesk.ui.import_wizard.words import BLANK_HINT, BLANK_WORDS, WHAT_WORDS
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.form import Field
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.segments import Segments

NEW, NONE, ITS_OWN = "new", "none", "its own"
_LEAST = 220


@dataclass(frozen=True)
class OfficeSide:
    """What the office has that a document can go to; `known` are the ids of the plans it recognisably is."""

    boards: tuple[Board, ...]
    plans: tuple[Plan, ...]
    known: frozenset[str] = frozenset()

    def plan(self, plan_id: str) -> Plan | None:
        """The plan of that id."""
        return next((one for one in self.plans if one.id == plan_id), None)


class TargetForm(QScrollArea):
    """The fields of a target; those that do not belong to the choice made are not there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "panel")
        self.setAccessibleName("Where it goes")
        self._side = OfficeSide((), ())
        self._own_plan_name = ""
        self._make_editors()
        self._inside = self._laid_out()
        self.setWidget(self._inside)
        self.what.picked.connect(lambda _value: self._picked())
        self.board.picked.connect(lambda _value: self._board_picked())
        self.plan.picked.connect(lambda _value: self._picked())
        self.blank.picked.connect(lambda _value: self._arrange())
        self.plan_name.textEdited.connect(self._remember_name)

    def _make_editors(self) -> None:
        choices = [(what.value, words) for what, words in WHAT_WORDS.items()]
        self.what = Segments(choices, name="Bring it in as")
        self.board = Choice(name="Board")
        self.new_name, self.new_short = QLineEdit(), QLineEdit()
        self.new_name.setPlaceholderText("SEND Improvement Board")
        self.new_short.setPlaceholderText("SIB")
        self.plan = Choice(name="Plan")
        self.plan_name = QLineEdit()
        schemes = [(scheme.name, scheme.name) for scheme in SCHEMES]
        self.scheme = Choice([(ITS_OWN, "As the document says"), *schemes], name="Statuses")
        self.dated = DateField(name="Its words are from", width=140)
        self.blank = Choice([(one.value, BLANK_WORDS[one]) for one in Blank], name="Empty cells mean")
        for choice in (self.board, self.plan, self.scheme, self.blank):  # long names never widen the form
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        self.fields = {
            "board": Field("Board", self.board),
            "name": Field("Name of the board", self.new_name),
            "short_name": Field("Short name", self.new_short),
            "plan": Field("Plan", self.plan),
            "plan_name": Field("Name of the plan", self.plan_name),
            "scheme": Field("Statuses", self.scheme),
            "dated": Field("Its words are from", self.dated),
            "blank": Field("Empty cells mean", self.blank),
        }
        self._blank_hint = label(BLANK_HINT, "meta")
        self._blank_hint.setWordWrap(True)

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("ground", "panel")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(label("Where it goes", "section"))
        column.addWidget(self.what)
        new_board = QHBoxLayout()
        new_board.setSpacing(12)
        new_board.addWidget(self.fields["name"], 3, Qt.AlignmentFlag.AlignTop)
        new_board.addWidget(self.fields["short_name"], 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.fields["board"])
        column.addLayout(new_board)
        for key in ("plan", "plan_name", "scheme", "dated", "blank"):
            column.addWidget(self.fields[key])
        column.addWidget(self._blank_hint)
        column.addStretch(1)  # an aligned layout would be as narrow as its rows that are hidden
        return inside

    # ── filling ──

    def show_source(
        self, file: OfficeFile, source: Source, reading: Reading, *, board_id: str | None
    ) -> None:
        """Offer what fits this document; nothing of the document before stays."""
        self._side = _office_side(file, reading)
        kinds = reading.can_be or (What.PLAN,)
        self.what.choose(kinds[0].value)
        self.what.setVisible(len(reading.can_be) != 1)
        self._own_plan_name = plan_name(source, reading)
        self.plan_name.setText(self._own_plan_name)
        self.plan_name.setCursorPosition(0)
        self.dated.set_value(source.dated)
        for typed in (self.new_name, self.new_short):
            typed.clear()
        for choice in (self.scheme, self.blank):
            choice.setCurrentIndex(0)
        for field in self.fields.values():
            field.refuse("")
        self._offer_boards(board_id or next((board.id for board in self._side.boards), NEW))
        self._offer_plans()
        self._arrange()

    def renew(self, file: OfficeFile) -> None:
        """The office changed meanwhile: what was chosen stays while it is there."""
        known = self._side.known
        self._side = OfficeSide(records_boards.boards(file), records_plans.plans(file), known)
        self._offer_boards(None if self.board.value() in (NEW, NONE) else self.board.value())
        self._offer_plans(keep=True)
        self._arrange()

    def _offer_boards(self, wanted: str | None) -> None:
        known = [(board.id, board.name) for board in self._side.boards]
        none_yet = self.kind() is What.PLAN or (self.kind() is What.RISKS and not known)
        without = [(NONE, "No board yet")] if none_yet else []
        before = self.board.value()
        self.board.set_choices([*known, (NEW, "A new board"), *without])
        choices = {value for value, _ in known} | {NEW, NONE}
        if wanted in choices:
            self.board.choose(str(wanted))
        elif before in choices and before:
            self.board.choose(before)

    def _offer_plans(self, *, keep: bool = False) -> None:
        """The board's plan that the document is; where it is none of them, or could be several, a new one."""
        before = self.plan.value()
        known = [(plan.id, plan.name) for plan in self._side.plans]
        self.plan.set_choices([(NEW, "A new plan"), *known])
        board = None if self.board.value() in (NEW, NONE) else self.board.value()
        own = [plan for plan in self._side.plans if plan.id in self._side.known and plan.board_id == board]
        likely = own[0].id if len(own) == 1 else NEW
        self.plan.choose(before if keep and before else likely)

    def _board_picked(self) -> None:
        self._offer_plans()
        self._picked()

    def _remember_name(self, typed: str) -> None:
        self._own_plan_name = typed

    def _picked(self) -> None:
        self._offer_boards(None)
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        """Only the fields that say something here."""
        plan, new_plan = self.kind() is What.PLAN, self.plan.value() == NEW
        new_board = self.board.value() == NEW
        shown = {
            "name": new_board,
            "short_name": new_board,
            "plan": plan and bool(self._side.plans),
            "plan_name": plan and new_plan,
            "scheme": plan and new_plan,
            "dated": self.kind() is not What.ATTENDANCE,
            "blank": self.kind() is What.ATTENDANCE,
        }
        for key, visible in shown.items():
            self.fields[key].setVisible(visible)
        marks = self.kind() is What.ATTENDANCE
        self._blank_hint.setVisible(marks and self.blank.value() == Blank.BY_PLACE.value)
        self._fit()

    def _fit(self) -> None:
        """As high as its fields, so that the chosen line keeps the rest; scrolled where that is too high."""
        self._column.activate()
        high = max(self._inside.heightForWidth(self.width()), self._inside.minimumSizeHint().height())
        self.setMaximumHeight(high)
        self.setMinimumHeight(min(high, look().px(_LEAST)))

    def sizeHint(self) -> QSize:
        """As high as its fields are now: Qt remembers how high they were at first."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A refusal comes under its field and goes again: its room with it."""
        taken = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    # ── what was chosen ──

    def kind(self) -> What:
        """What the document is brought in as."""
        return What(self.what.value())

    @property
    def asks(self) -> bool:
        """Whether something is still to be said before the document can be brought in."""
        return self.board.value() == NEW

    def known_plan(self) -> str:
        """The name of the office's plan that it is to go to; empty for a new one."""
        known = self._side.plan(self.plan.value())
        return known.name if known else ""

    @property
    def chooses_scheme(self) -> bool:
        """Whether the statuses can be chosen: a plan that is there keeps its own."""
        return self.kind() is What.PLAN and self.plan.value() == NEW

    def target(self) -> Target:
        """Where it goes, as chosen."""
        known, new_board = self._side.plan(self.plan.value()), self.board.value() == NEW
        board = self.board.value() if self.board.value() not in (NEW, NONE) else None
        return Target(
            self.kind(),
            self.dated.value() or date.min,
            board_id=board,
            new_name=self.new_name.text().strip() if new_board else "",
            new_short_name=self.new_short.text().strip() if new_board else "",
            plan=known.name if known else self.plan_name.text().strip(),
            scheme=known.scheme if known else self._scheme_chosen(),
        )

    def _scheme_chosen(self) -> Scheme | None:
        return next((scheme for scheme in SCHEMES if scheme.name == self.scheme.value()), None)

    def wanted(
        self, file: OfficeFile, choices: PlanChoices, kept: Sequence[PlanChoice] = ()
    ) -> ReadingChoices:
        """How the document is to be read."""
        known = self._side.plan(self.plan.value())
        whole = records_plans.plan(file, known.id) if known else None
        bands = whole.bands if whole else ()
        blank, scheme = Blank(self.blank.value()), self.target().scheme
        return ReadingChoices(choices, blank=blank, scheme=scheme, bands=bands, kept=tuple(kept))

    def check(self, file: OfficeFile) -> bool:
        """Whether all that is needed is there; what is not is said under its field."""
        for field in self.fields.values():
            field.refuse("")
        try:
            self._check(file)
        except Refused as no:
            self.fields.get(no.field, self.fields["board"]).refuse(no.sentence)
            return False
        return True

    def _check(self, file: OfficeFile) -> None:
        if self.kind() is not What.ATTENDANCE and self.dated.value() is None:
            raise Refused("Give the day, such as 9 Jun 2026.", field="dated")
        if self.board.value() == NEW and not self.new_name.text().strip():
            raise Refused("Give the board a name.", field="name")
        check(file, self.target(), new_plan=self.plan.value() == NEW)


def _office_side(file: OfficeFile, reading: Reading) -> OfficeSide:
    known = plans_recognised(file, reading.plan)
    return OfficeSide(records_boards.boards(file), records_plans.plans(file), known)


def plan_name(source: Source, reading: Reading) -> str:
    """What the document calls itself, else its own name."""
    return (reading.plan.title if reading.plan else "") or source.path.stem
