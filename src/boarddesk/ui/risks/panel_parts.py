"""Parts the details of risks, issues and escalations share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.ui.plan.questions import add_question
from boarddesk.ui.risks.actions import RiskActions
from boarddesk.ui.risks.fields import owner_understood
from boarddesk.ui.risks.shown_register import ShownRegister
from boarddesk.ui.risks.words import read_as, stage_words
from boarddesk.ui.widgets.buttons import icon_button
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.editable import EditableField
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.words_button import WordsButton


class Part:
    """What fills a detail panel: the panel, what can be done, and what is shown."""

    def __init__(self, panel: DetailPanel, risk_actions: RiskActions, shown: ShownRegister) -> None:
        self.panel, self.risk_actions, self.shown = panel, risk_actions, shown

    def writes(self, kind: str, record_id: str, key: str) -> Callable[[str], object]:
        """What writes a field of a record."""
        return lambda value: self.risk_actions.edit(kind, record_id, key, value)

    def words(
        self, field: EditableField, value: str, *, kind: str, of: str, role: str = "", name: str = ""
    ) -> InPlace:
        """Words changed where they stand; an owner says how it is understood."""
        return InPlace(
            value,
            name=name or field.label,
            role=role,
            does=self.writes(kind, of, field.key),
            paragraphs=field.paragraphs,
            note=owner_understood(self.risk_actions.file) if field.key == "owner" else None,
        )

    def fact(self, field: EditableField, value: str, *, kind: str, of: str) -> None:
        """One fact, changed where it stands."""
        self.panel.add_fact(field.label, self.words(field, value, kind=kind, of=of))

    def choice(
        self,
        field: EditableField,
        value: str,
        *,
        kind: str,
        of: str,
        choices: Sequence[tuple[str, str]] = (),
        name: str = "",
    ) -> ChooseInPlace:
        """A value of a few, changed where it stands."""
        does = self.writes(kind, of, field.key)
        return ChooseInPlace(value, choices or field.choices, name=name or field.label, does=does)

    def day(
        self, field: EditableField, day: date | None, *, kind: str, of: str, empty: str = "–", name: str = ""
    ) -> InPlace:
        """A day changed where it stands; while it is typed it says how it is read."""
        words = short_date(day) if day else ""
        does = self.writes(kind, of, field.key)
        return InPlace(words, name=name or field.label, does=does, empty=empty, note=read_as)

    # ── what is shared ──

    def sent(self, escalations: Sequence[Escalation], *, escalate: Callable[[], object] | None) -> None:
        """Where it was sent, newest first, and how far it has come."""
        action = ("Escalate", escalate) if escalate is not None else None
        live = [escalation for escalation in escalations if escalation.live]
        aside = "" if live else "not sent up" if not escalations else "came down"
        inside = self.panel.add_section("Escalated", aside=aside, action=action)
        for escalation in escalations:
            opener = WordsButton(self._sent_words(escalation), look="name")
            opener.setAccessibleName(f"Open the escalation to {escalation.sent_to}")
            opener.clicked.connect(
                lambda _on=False, found=escalation.id: self.risk_actions.opened("escalation", found)
            )
            inside.addWidget(opener)
            inside.addWidget(WrappedLabel(escalation.outcome or escalation.asked_for, "meta"))

    def _sent_words(self, sent: Escalation) -> str:
        above = self.shown.boards.get(sent.board_id or "")
        return f"to {above.name if above else sent.sent_to}, {stage_words(sent, self.shown.today)}"

    def questions(self, questions: Sequence[Challenge], *, ask: Callable[[], object]) -> None:
        """What the board asked, and the answers."""
        waiting = [question for question in questions if question.is_open]
        aside = f"{len(waiting)} open" if waiting else ""
        inside = self.panel.add_section("Questions of the board", aside=aside, action=("Ask", ask))
        for question in questions:
            add_question(
                inside,
                question,
                at=self.shown.origin(question.meeting_id),
                today=self.shown.today,
                answer=partial(self.risk_actions.answer, question),
            )


def remover(name: str, does: Callable[[], object]) -> QPushButton:
    """The small cross that takes a line out; undo brings it back."""
    return icon_button("close", name, does)


def opener(words: str, name: str, does: Callable[[], object]) -> WordsButton:
    """Words that lead to another record."""
    made = WordsButton(words, look="name")
    made.setAccessibleName(name)
    made.clicked.connect(lambda _on=False: does())
    return made


def left(shown: QWidget) -> QHBoxLayout:
    """One control at the left of its line."""
    row = QHBoxLayout()
    row.addWidget(shown)
    row.addStretch(1)
    return row


def facts_in_rows(rows: Sequence[tuple[str, QWidget]]) -> QGridLayout:
    """Semibold words and what follows them: because …, there is a risk that …, which would …."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    for at, (words, shown) in enumerate(rows):
        named = label(words, "strong")
        named.setContentsMargins(0, 3, 0, 0)
        grid.addWidget(named, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, at, 1)
    return grid
