"""How far a review of risks is: their order, what was kept or passed over, what is typed and not kept yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from boarddesk.rules.risks.risk import Risk, Score


@dataclass(frozen=True)
class ScoreEntry:
    """What is typed for one risk; 0 is not typed, and no day means the one its level asks for."""

    likelihood: int = 0
    impact: int = 0
    note: str = ""
    next_review: date | None = None


BLANK = ScoreEntry()


@dataclass
class RiskReview:
    """The risks in the order in which they are looked at; it stays until it is closed.

    `kept` is the score kept of each risk: taken back by Undo it is there no longer, with Redo it is again.
    """

    board_id: str | None = None
    meeting_id: str | None = None
    only: frozenset[str] | None = None
    closed: bool = False
    order: tuple[str, ...] = ()
    at: str = ""
    kept: dict[str, str] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    typed: dict[str, ScoreEntry] = field(default_factory=dict)
    _entries: dict[str, ScoreEntry] = field(default_factory=dict)
    _done: frozenset[str] = frozenset()

    def is_of(self, board_id: str | None, meeting_id: str | None, only: frozenset[str] | None) -> bool:
        """Whether it is the review of that board, at that meeting, of those risks."""
        return (self.board_id, self.meeting_id, self.only) == (board_id, meeting_id, only)

    def begin(self, risks: Sequence[Risk]) -> None:
        """Start at the first risk; what this meeting has scored already counts as kept."""
        for risk in risks:
            newest = next(iter(risk.current), None)
            if self.meeting_id and newest is not None and newest.meeting_id == self.meeting_id:
                self.kept[risk.id] = newest.id
        self.follow(risks)
        self.at = self.next_after("", self.scores(risks))

    def follow(self, risks: Sequence[Risk]) -> None:
        """The risks there are now: one that is gone is passed over, one that is new comes at the end.

        A score that was taken back is looked at again; once it is made again, the review goes on.
        """
        there = [risk.id for risk in risks if self.only is None or risk.id in self.only]
        before = self.order
        left = [risk_id for risk_id in before if risk_id in there]
        self.order = (*left, *(risk_id for risk_id in there if risk_id not in before))
        done = frozenset(self.scores(risks))
        taken_back = [risk_id for risk_id in self.order if risk_id in self._done - done]
        came_again = self.at in done - self._done
        self._done = done
        if self.at and self.at not in self.order:
            after = before[before.index(self.at) :] if self.at in before else ()
            self.at = next(
                (risk_id for risk_id in after if risk_id in self.order and risk_id not in done), ""
            )
            self.at = self.at or self.next_after("", done)
        elif len(taken_back) == 1:
            self.at = taken_back[0]
        elif came_again:
            self.at = self.next_after(self.at, done)

    def keep(self, risk_id: str, score_id: str, entry: ScoreEntry) -> None:
        """A score was kept."""
        self.kept[risk_id] = score_id
        self._entries[risk_id] = entry
        self._done |= {risk_id}
        self.typed.pop(risk_id, None)
        self.skipped.discard(risk_id)

    def scores(self, risks: Iterable[Risk]) -> Mapping[str, Score]:
        """The score kept of each risk in this review, as it stands now."""
        return {
            risk.id: score for risk in risks for score in risk.current if score.id == self.kept.get(risk.id)
        }

    def next_after(self, risk_id: str, done: Iterable[str]) -> str:
        """The next risk that is neither kept nor passed over, from the start again after the end; or none."""
        over = {*done, *self.skipped, risk_id}
        at = self.order.index(risk_id) + 1 if risk_id in self.order else 0
        return next((each for each in (*self.order[at:], *self.order[:at]) if each not in over), "")

    def before(self, risk_id: str) -> str:
        """The risk before it in the order, the last one before the end; none before the first."""
        at = self.order.index(risk_id) if risk_id in self.order else len(self.order)
        return self.order[at - 1] if at else ""

    def entry(self, risk_id: str, kept: Score | None) -> ScoreEntry:
        """What is typed for a risk, else what was kept of it, else what was kept before it was taken back."""
        if risk_id in self.typed:
            return self.typed[risk_id]
        known = self._entries.get(risk_id, BLANK)
        if kept is None:
            return known
        return ScoreEntry(kept.likelihood or 0, kept.impact or 0, kept.why, known.next_review)
