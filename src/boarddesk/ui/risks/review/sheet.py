"""One risk as a review shows it: what was, what is typed now, and what follows from both in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.figures import FiguresDiffer, figures_differ
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.movement import Way, figure, way_between
from boarddesk.rules.risks.next_review import check_next_review, next_review
from boarddesk.rules.risks.risk import Appetite, Risk, Score, score_by
from boarddesk.rules.wording import day_of_year
from boarddesk.ui.risks.review.course import ScoreEntry

EARLIER = 3
"""So many scores before the last one are named."""


@dataclass(frozen=True)
class RiskSheet:
    """A risk with the scores before this review, the matrix in force, and its linked KPIs.

    `before` is the risk as it stood at its last review, `since` the day from which changes are known.
    """

    risk: Risk
    matrix: Matrix
    today: date
    area: str = ""
    kept: Score | None = None
    before: Risk | None = None
    since: date | None = None
    kpis: tuple[Kpi, ...] = ()

    @property
    def earlier(self) -> tuple[Score, ...]:
        """The scores there were before this review, the newest first."""
        return tuple(score for score in self.risk.current if self.kept is None or score.id != self.kept.id)

    @property
    def last(self) -> Score | None:
        """The last score before this review."""
        return next(iter(self.earlier), None)

    @property
    def last_by_this_matrix(self) -> Score | None:
        """The last score, where it was given by the matrix in force: only then its numbers mean the same."""
        last = self.last
        whole = last is not None and last.likelihood is not None and last.impact is not None
        return last if whole and last is not None and last.matrix_id == self.matrix.id != "" else None

    def score(self, entry: ScoreEntry) -> Score | None:
        """The score as typed; None until both are."""
        if not entry.likelihood or not entry.impact:
            return None
        return score_by(self.matrix, entry.likelihood, entry.impact, self.today, entry.note.strip())

    def day(self, entry: ScoreEntry) -> date | None:
        """The next review as typed, else the one the level asks for."""
        score = self.score(entry)
        if entry.next_review is not None or score is None or score.level is None:
            return entry.next_review
        return next_review(score.level, self.today)

    def differ(self, entry: ScoreEntry) -> tuple[FiguresDiffer, ...]:
        """The linked KPIs that say otherwise than the score as typed."""
        score = self.score(entry)
        if score is None:
            return ()
        apart = replace(self.risk, current=self.earlier)
        return figures_differ(apart, self.kpis, today=self.today, proposed=score)

    def check(self, entry: ScoreEntry) -> Score:
        """The score to be kept; refused, beside its field, while something is missing."""
        if not entry.likelihood:
            raise Refused("Choose a likelihood.", field="likelihood")
        if not entry.impact:
            raise Refused("Choose an impact.", field="impact")
        if self.differ(entry) and not entry.note.strip():
            raise Refused("Say why: score and figures differ.", field="note")
        check_next_review(self.day(entry), self.today)
        return score_by(self.matrix, entry.likelihood, entry.impact, self.today, entry.note.strip())


def last_words(sheet: RiskSheet) -> str:
    """`16 April, likelihood 4, impact 3; before it 9, 9, 6`, with the words of another matrix."""
    last = sheet.last
    if last is None:
        return "not scored yet"
    when = f"{day_of_year(last.as_at)}{'' if last.as_at.year == sheet.today.year else f' {last.as_at.year}'}"
    parts: tuple[str, ...] = ()
    if last.likelihood is not None and last.impact is not None:
        parts = (f"likelihood {last.likelihood}", f"impact {last.impact}")
    before = ", ".join(figure(score) for score in sheet.earlier[1 : 1 + EARLIER])
    said = ", ".join((when, *parts))
    return f"{said}; before it {before}" if before else said


def matrix_words(sheet: RiskSheet) -> str:
    """What is to be said where the last score was given by another matrix; empty where it was by this one."""
    if sheet.last is None or sheet.last_by_this_matrix is not None:
        return ""
    if sheet.last.matrix_id:
        return "The last score was given by another matrix. Score it anew by the one in force."
    return "The last score came without its matrix. Score it anew by the one in force."


def appetite_words(sheet: RiskSheet) -> str:
    """`Delivery: optimal 6, tolerable 10`."""
    lines = sheet.risk.appetite
    said = [
        f"{name} {line}"
        for name, line in (("optimal", lines.optimal), ("tolerable", lines.tolerable))
        if line is not None
    ]
    if not sheet.risk.category:
        return "no category, so no appetite"
    return f"{sheet.risk.category}: {', '.join(said) or 'no appetite set'}"


def stand_words(score: Score | None, appetite: Appetite) -> str:
    """`above tolerable`, `inside tolerable`, `inside optimal`; empty where there is no line to stand to."""
    if score is None or score.product is None:
        return ""
    if appetite.tolerable is not None and score.product > appetite.tolerable:
        return "above tolerable"
    if appetite.optimal is not None and score.product <= appetite.optimal:
        return "inside optimal"
    return "inside tolerable" if appetite.tolerable is not None else ""


def movement_words(was: Score | None, now: Score) -> str:
    """`↓ down from 12`, `↑ up from 12`, `same`, `first score`."""
    if was is None:
        return "first score"
    way = way_between(was, now)
    if way is Way.SAME:
        return "same"
    if way is Way.UNKNOWN:
        return f"cannot be compared with {figure(was)}"
    return f"{way.arrow} {way.word.lower()} from {figure(was)}"


def verdict_words(sheet: RiskSheet, now: Score) -> str:
    """Where the score went, and how it stands to the appetite."""
    parts = (movement_words(sheet.last, now), stand_words(now, sheet.risk.appetite))
    return ", ".join(part for part in parts if part)


def differ_words(sheet: RiskSheet, entry: ScoreEntry) -> str:
    """Both sides of each KPI that says otherwise than the score as typed; empty where none does."""
    differ, last = sheet.differ(entry), sheet.last
    if not differ:
        return ""
    now = differ[0].now
    falls = last is not None and way_between(last, now) is Way.DOWN
    says = f"this score would fall from {figure(last)} to {figure(now)}" if last and falls else ""
    sides = " ".join(f"{each.figures}, while {says or each.score}." for each in differ)
    return f"{sides} Both stay; your note is kept as the reason."
