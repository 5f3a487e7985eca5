"""The end of a review: what moved, what stayed, what was passed over, what went up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from boarddesk.rules.risks.matrix import Level
from boarddesk.rules.risks.movement import Way, way_between
from boarddesk.rules.risks.risk import Risk, Score
from boarddesk.rules.wording import count_in_figures, listed
from boarddesk.ui.risks.review.sheet import movement_words
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.level_chip import LevelChip


@dataclass(frozen=True)
class ReviewLine:
    """One risk of the review: the score before, and the one kept; none where it was passed over."""

    risk: Risk
    was: Score | None
    now: Score | None
    went_up: str = ""

    @property
    def moved(self) -> bool:
        """Whether its score is another than before."""
        return self.now is not None and (self.was is None or way_between(self.was, self.now) is not Way.SAME)


class ReviewSummary(QScrollArea):
    """One line a risk that moved; the others in a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Summary of the review")

    def show_lines(self, lines: Sequence[ReviewLine], *, levels: Sequence[Level]) -> None:
        """What came of each risk."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        kept = [line for line in lines if line.now is not None]
        moved = [line for line in kept if line.moved]
        title = f"{count_in_figures(len(kept), 'score')} kept, {len(moved) or 'none'} moved"
        column.addWidget(WrappedLabel(title, "record"))
        column.addWidget(rule())
        if moved:
            column.addLayout(_moved(moved, levels))
        for words in summary_words(lines):
            column.addWidget(WrappedLabel(words, "muted"))
        column.addStretch(1)
        self.setWidget(inside)
        inside.show()
        self.setAccessibleDescription(" ".join((title + ".", *summary_words(lines))))


def lines_of(risks: Iterable[Risk], kept: Mapping[str, Score], today: date) -> tuple[ReviewLine, ...]:
    """What came of each risk of a review."""
    return tuple(_line(risk, kept.get(risk.id), today) for risk in risks)


def _line(risk: Risk, now: Score | None, today: date) -> ReviewLine:
    was = next((score for score in risk.current if now is None or score.id != now.id), None)
    up = next((sent.sent_to for sent in risk.escalations if sent.live and sent.sent_on == today), "")
    return ReviewLine(risk, was, now, up)


def summary_words(lines: Sequence[ReviewLine]) -> tuple[str, ...]:
    """What did not move, what was passed over, and what was escalated meanwhile, a sentence each."""

    def refs(of: Sequence[ReviewLine]) -> str:
        return listed([line.risk.ref for line in of])

    same = [line for line in lines if line.now is not None and not line.moved]
    open_still = [line for line in lines if line.now is None]
    up = [f"{line.risk.ref} to {line.went_up}" for line in lines if line.went_up]
    said = (
        f"The same as before: {refs(same)}." if same else "",
        f"Not reviewed: {refs(open_still)}." if open_still else "",
        f"Escalated today: {listed(up)}." if up else "",
    )
    return tuple(words for words in said if words)


def _moved(lines: Sequence[ReviewLine], levels: Sequence[Level]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(lines):
        grid.addWidget(label(line.risk.ref, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(WrappedLabel(line.risk.title), at, 1)
        grid.addWidget(LevelChip(line.now, levels=levels), at, 2, Qt.AlignmentFlag.AlignTop)
        if line.now is not None:
            words = label(movement_words(line.was, line.now))
            grid.addWidget(words, at, 3, Qt.AlignmentFlag.AlignTop)
    return grid
