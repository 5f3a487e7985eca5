"""The middle of the review: the risk in its three parts, the last score, and the keys for the new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from boarddesk.rules.risks.next_review import review_words
from boarddesk.ui.look.theme import look
from boarddesk.ui.risks.review.course import ScoreEntry
from boarddesk.ui.risks.review.score_keys import ScoreKeys
from boarddesk.ui.risks.review.sheet import (
    RiskSheet,
    appetite_words,
    last_words,
    matrix_words,
    stand_words,
    verdict_words,
)
from boarddesk.ui.widgets.date_field import NOT_A_DATE, DateField
from boarddesk.ui.widgets.label import WrappedLabel, label, rule, set_role
from boarddesk.ui.widgets.level_chip import LevelChip

_NAMES, _PARTS = 84, 140
OPTIONAL = "why the score is what it is"
REQUIRED = "why the score is what it is; asked for, because the figures differ"


class ScoreForm(QWidget):
    """Shows one risk and what is typed for it; writes nothing."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet: RiskSheet | None = None
        self._own_day = False
        self.meta = WrappedLabel("", "meta")
        self.title = WrappedLabel("", "record")
        self.parts = {name: WrappedLabel("") for name in ("Because", "there is a risk that", "which would")}
        self._part_names = {name: label(name, "strong") for name in self.parts}
        self.last_chip, self.new_chip = LevelChip(), LevelChip()
        self.last = WrappedLabel("", "meta")
        self.other_matrix = WrappedLabel("", "warn")
        self.appetite = WrappedLabel("", "muted")
        self.stood = label("", "meta")
        self.likelihood, self.impact = ScoreKeys("Likelihood"), ScoreKeys("Impact")
        self.likelihood_hint, self.impact_hint = label("", "meta"), label("", "meta")
        self.verdict = WrappedLabel("")
        self.note_hint = WrappedLabel(OPTIONAL, "meta")
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.document().setDocumentMargin(1)
        self.note.setFixedHeight(look().px(56))
        self.note.setAccessibleName("Note")
        self.next_review = DateField(name="Next review", width=150)
        self.next_words = WrappedLabel("", "meta")
        self.refusal = WrappedLabel("", "bad meta")
        self._refused = ""
        self._lay_out()
        self.likelihood.picked.connect(lambda _number: self._change())
        self.impact.picked.connect(lambda _number: self._change())
        self.note.textChanged.connect(self._change)
        self.next_review.textEdited.connect(self._type_day)
        self.next_review.picked.connect(self._type_day)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.meta)
        column.addWidget(self.title)
        parts = QGridLayout()
        parts.setVerticalSpacing(2)
        parts.setColumnMinimumWidth(0, look().px(_PARTS))
        parts.setColumnStretch(1, 1)
        for at, (name, words) in enumerate(self.parts.items()):
            parts.addWidget(self._part_names[name], at, 0, Qt.AlignmentFlag.AlignTop)
            parts.addWidget(words, at, 1)
        column.addLayout(parts)
        column.addWidget(rule())
        column.addWidget(self._row("Last score", self.last_chip, self.last))
        column.addWidget(self.other_matrix)
        column.addWidget(self._row("Appetite", self.appetite, None, self.stood))
        for keys, hint in ((self.likelihood, self.likelihood_hint), (self.impact, self.impact_hint)):
            column.addWidget(self._row(keys.name, hint, None))
            column.addWidget(keys)
        column.addSpacing(4)
        column.addWidget(self._row("New score", self.new_chip, self.verdict))
        column.addWidget(self._row("Note", self.note_hint, None, tight=True))
        column.addWidget(self.note)
        column.addWidget(self._row("Next review", self.next_review, self.next_words))
        column.addWidget(self.refusal)
        column.addStretch(1)

    def _row(
        self,
        name: str,
        first: QWidget,
        second: QWidget | None,
        third: QWidget | None = None,
        *,
        tight: bool = False,
    ) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 if not tight else 6)
        named = label(name, "field", buddy={"Note": self.note, "Next review": self.next_review}.get(name))
        if not tight:
            named.setMinimumWidth(look().px(_NAMES) - 12)
        row.addWidget(named)
        row.addWidget(first, 0 if second else 1)
        if second is not None:
            row.addWidget(second, 1)
        if third is not None:
            row.addWidget(third)
        return held

    # ── showing ──

    def show_risk(self, sheet: RiskSheet, entry: ScoreEntry) -> None:
        """A risk and what is typed for it."""
        self._sheet = None  # nothing that is put in here is a person's change
        risk, last = sheet.risk, sheet.last_by_this_matrix
        owner = f"owner {risk.owner.name}" if risk.owner.name else "no owner"
        up = f"escalated to {risk.escalated_to}" if risk.escalated_to else ""
        self.meta.setText(" · ".join(part for part in (risk.ref, sheet.area, owner, up) if part))
        self.title.setText(risk.title)
        for name, words in zip(self.parts, (risk.cause, risk.event, risk.effect), strict=True):
            self.parts[name].setText(words)
            for shown in (self.parts[name], self._part_names[name]):
                shown.setVisible(bool(words))
        self.last_chip.set_score(sheet.last, levels=sheet.matrix.levels)
        self.last.setText(last_words(sheet))
        self._say(self.other_matrix, matrix_words(sheet))
        self.appetite.setText(appetite_words(sheet))
        stood = stand_words(sheet.last, risk.appetite)
        self.stood.setText(f"was {stood}" if stood else "")
        self.likelihood.set_words(sheet.matrix.likelihoods)
        self.likelihood.show_score(entry.likelihood, last=(last and last.likelihood) or 0, of=risk.ref)
        self.likelihood_hint.setText(f"type 1 to {len(sheet.matrix.likelihoods)}")
        self.impact.set_words(sheet.matrix.impacts)
        self.impact.show_score(entry.impact, last=(last and last.impact) or 0, of=risk.ref)
        self.impact_hint.setText(f"type 1 to {len(sheet.matrix.impacts)}")
        self.note.setPlainText(entry.note)
        self._own_day = entry.next_review is not None
        self.next_review.set_value(entry.next_review)
        self._refused = ""
        self._sheet = sheet
        self._follow()

    def in_order(self) -> tuple[QWidget, ...]:
        """Its fields as Tab goes through them."""
        return (*self.likelihood.keys(), *self.impact.keys(), self.note, self.next_review)

    def entry(self) -> ScoreEntry:
        """What stands there now; the proposed day is none of it."""
        day = self.next_review.value() if self._own_day else None
        return ScoreEntry(self.likelihood.value(), self.impact.value(), self.note.toPlainText(), day)

    def is_fine(self) -> bool:
        """Whether what stands for the next review is a day or nothing."""
        return self.next_review.is_fine()

    def take_last(self) -> bool:
        """The same as last; False where that was given by another matrix, or never."""
        last = self._sheet.last_by_this_matrix if self._sheet is not None else None
        if self._sheet is None or last is None:
            return False
        for keys, number in ((self.likelihood, last.likelihood), (self.impact, last.impact)):
            keys.show_score(number or 0, last=number or 0, of=self._sheet.risk.ref)
        self._change()
        return True

    def refuse(self, sentence: str, field: str) -> None:
        """Say what is missing, and give it the focus."""
        self._refused = sentence
        self._say(self.refusal, f"▲ {sentence}")
        self.focus_on(field)

    def focus_on(self, field: str) -> None:
        """Give the focus to one field."""
        match field:
            case "impact":
                self.impact.focus_key()
            case "note":
                self.note.setFocus()
            case "next_review":
                self.next_review.setFocus()
            case _:
                self.likelihood.focus_key()

    # ── following what is typed ──

    def _type_day(self, _day: object) -> None:
        self._own_day = bool(self.next_review.text().strip())
        self._change()

    def _change(self) -> None:
        if self._sheet is not None:
            self._refused = ""
            self._follow()
            self.changed.emit()

    def _follow(self) -> None:
        """What follows from what is typed: the score, where it went, whether figures differ, when next."""
        sheet = self._sheet
        if sheet is None:
            return
        entry = self.entry()
        score = sheet.score(entry)
        self.new_chip.set_score(score, levels=sheet.matrix.levels)
        self.verdict.setText(verdict_words(sheet, score) if score else "")
        self.note_hint.setText(REQUIRED if sheet.differ(entry) else OPTIONAL)
        self._follow_day(sheet, entry)
        self._say(self.refusal, f"▲ {self._refused}" if self._refused else "")

    def _follow_day(self, sheet: RiskSheet, entry: ScoreEntry) -> None:
        score, day = sheet.score(entry), sheet.day(entry)
        if not self._own_day:
            self.next_review.set_value(day)
        fine = self.is_fine()
        set_role(self.next_words, "meta" if fine else "bad meta")
        if not fine:
            self.next_words.setText(f"▲ {NOT_A_DATE}")
        elif day is not None and score is not None and score.level is not None:
            self.next_words.setText(review_words(day, score.level, sheet.today))
        else:
            self.next_words.setText("" if day else "as its level will ask")

    def _say(self, shown: WrappedLabel, words: str) -> None:
        shown.setText(words)
        shown.setVisible(bool(words))
