"""What the documents about risks say in words: the answer first, then line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.movement import Movement, Way, figure, movement
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import Issue, Risk, RiskStatus, Score, by_score, score_on, statement
from boarddesk.rules.wording import (
    bound,
    count_in_words,
    cut_words,
    day,
    listed,
    lower_first,
    number,
    sentence,
    tidied,
    with_the,
)

WORDS_OF_DOING: Final = 25
MOST_NAMED: Final = 3
MOST_REFS: Final = 6
NOTHING_RECORDED: Final = "Not given."
NOT_SET: Final = "Not set"


def titled(what: str, pack: RiskPack) -> str:
    """`SEND Improvement Board: risk register, 9 June 2026`; in an office without a board what it is alone."""
    name = f"{pack.board}: {what}" if pack.board else what.capitalize()
    return f"{name}, {day(pack.meeting_day)}"


def facts(pack: RiskPack) -> tuple[str, ...]:
    """What stands under the title: how many, when they were reviewed, who prepared it, which paper it is."""
    edition = pack.edition.with_day(pack.as_at)
    return (pack.partnership, counts(pack), reviewed(pack), prepared(pack), edition)


def counts(pack: RiskPack) -> str:
    """`Nine open risks and one issue`."""
    risks, issues = len(pack.live), len(pack.open_issues)
    told = [count_in_words(risks, "open risk") if risks else "no open risk"]
    if issues:
        told.append(count_in_words(issues, "issue"))
    return listed(told).capitalize() if risks else sentence(listed(told)).rstrip(".")


def reviewed(pack: RiskPack) -> str:
    """`reviewed by the executive group on 28 May 2026`; empty where nobody ever scored one."""
    if pack.reviewed_on is None:
        return ""
    by = f" by {with_the(pack.reviewed_by)}" if pack.reviewed_by else ""
    return f"reviewed{by} on {day(pack.reviewed_on)}"


def prepared(pack: RiskPack) -> str:
    """`prepared by Joan Fairley`."""
    return f"prepared by {tidied(pack.author)}" if tidied(pack.author) else ""


def in_short(pack: RiskPack) -> tuple[str, str]:
    """The lead and the rest: what is at the top and where it is, what came down, what review is late."""
    if not pack.live:
        return "No risk is open.", _issues_told(pack)
    top = [risk for risk in by_score(pack.live) if at_top(risk, pack)]
    rest = (_named(top, pack), _moved(pack, Way.UP, besides=top), _moved(pack, Way.DOWN), _late(pack))
    return _lead(top, pack), " ".join(part for part in rest if part)


def now(risk: Risk, pack: RiskPack) -> Score | None:
    """The score that stands on the pack's day."""
    return score_on(risk.current, pack.as_at)


def matrix_of(score: Score, pack: RiskPack) -> Matrix:
    """The matrix a score was given by; the one in force where none is known."""
    return pack.matrices.get(score.matrix_id, pack.matrix)


def at_top(risk: Risk, pack: RiskPack) -> bool:
    """Whether a risk is at the highest level of the matrix it was scored by."""
    score = now(risk, pack)
    return bool(score and score.level and score.level.name == matrix_of(score, pack).highest.name)


def moved(risk: Risk, pack: RiskPack) -> Movement | None:
    """Where a risk went since the last board."""
    return movement(risk, last_board=pack.last_board, today=pack.as_at)


def movement_words(risk: Risk, pack: RiskPack) -> str:
    """`↑ Up, was 16`, held together; a dash without a score."""
    went = moved(risk, pack)
    return went.shown.replace("was ", "was\N{NO-BREAK SPACE}") if went else "–"


def _lead(top: Sequence[Risk], pack: RiskPack) -> str:
    if not top:
        return f"No risk is {pack.matrix.highest.name.lower()}."
    scored = [score for risk in top if (score := now(risk, pack))]
    names = dict.fromkeys(score.level.name.lower() for score in scored if score.level)
    level = listed(list(names), last="or")
    verb = "is" if len(top) == 1 else "are"
    away = [risk for risk in top if risk.status is RiskStatus.ESCALATED]
    many = count_in_words(len(top), "risk").capitalize()
    return f"{many} {verb} {level}{_where(top, away)}:"


def _where(top: Sequence[Risk], away: Sequence[Risk]) -> str:
    if len(away) == len(top):
        return {1: " and escalated", 2: " and both are escalated"}.get(len(top), " and all are escalated")
    if not away:
        return {1: " and not escalated"}.get(len(top), " and none is escalated")
    return f" and {number(len(away))} {'is' if len(away) == 1 else 'are'} escalated"


def _named(top: Sequence[Risk], pack: RiskPack) -> str:
    if not top:
        return ""
    told = [f"{risk.ref}, {lower_first(tidied(risk.title))} ({_score_told(risk, pack)})" for risk in top]
    more = len(told) - MOST_NAMED
    shown = [*told[:MOST_NAMED], f"{number(more)} more"] if more > 0 else told
    return sentence(_one_by_one(shown))


def _one_by_one(parts: Sequence[str]) -> str:
    """Parts that hold commas themselves: `R2, late advice (20), and R8, the deficit (16)`."""
    return f"{', '.join(parts[:-1])}, and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _score_told(risk: Risk, pack: RiskPack) -> str:
    score, went = now(risk, pack), moved(risk, pack)
    shown = figure(score) if score else "no score"
    if went is None or went.was is None or went.way is Way.NEW:
        return f"{shown}, new" if went else shown
    if went.way is Way.SAME:
        return f"{shown}, same"
    return f"{shown}, {went.way.word.lower()} from {figure(went.was)}"


def _moved(pack: RiskPack, way: Way, *, besides: Sequence[Risk] = ()) -> str:
    refs = [
        risk.ref
        for risk in pack.live
        if risk not in besides and (went := moved(risk, pack)) and went.way is way
    ]
    if not refs:
        return ""
    return f"{_some(refs)} {'went up' if way is Way.UP else 'came down'}."


def _late(pack: RiskPack) -> str:
    late = [risk.ref for risk in pack.live if risk.next_review and risk.next_review < pack.as_at]
    if not late:
        return "No review is overdue."
    many = "review is" if len(late) == 1 else "reviews are"
    return f"{number(len(late)).capitalize()} {many} overdue: {_some(late)}."


def _some(refs: Sequence[str]) -> str:
    """`R2 and R4`; of more than six the first, and how many there are besides: each stands in the table."""
    more = len(refs) - MOST_REFS
    return listed([*refs[:MOST_REFS], f"{number(more)} more"] if more > 0 else refs)


def _issues_told(pack: RiskPack) -> str:
    many = len(pack.open_issues)
    return sentence(f"{count_in_words(many, 'issue')} {'is' if many == 1 else 'are'} open") if many else ""


def told(risk: Risk) -> str:
    """Cause, event and effect as one sentence; else the title with whatever parts are known."""
    if risk.cause and risk.event and risk.effect:
        return bound(statement(risk))
    parts = (("Cause", risk.cause), ("Event", risk.event), ("Effect", risk.effect))
    known = (f"{name}: {sentence(tidied(text))}" for name, text in parts if text.strip())
    return bound(" ".join((sentence(tidied(risk.title)), *known)))


def doing(risk: Risk, *, most: int = WORDS_OF_DOING) -> str:
    """What is being done: mitigations to come, else the controls in place; cut to so many words."""
    to_come = [each.text for each in risk.mitigations if each.done_on is None]
    said = to_come or [control.text for control in risk.controls]
    parts = [tidied(text).rstrip(".") for text in said]
    joined = "; ".join([*parts[:1], *(lower_first(part) for part in parts[1:])])
    return bound(sentence(cut_words(joined, most))) or NOTHING_RECORDED


def state(risk: Risk) -> str:
    """`Open`, `Escalated`, `Closed`, `Has happened`; `Accepted` where somebody bears it."""
    words = {
        RiskStatus.OPEN: "Open",
        RiskStatus.ESCALATED: "Escalated",
        RiskStatus.CLOSED: "Closed",
        RiskStatus.OCCURRED: "Has happened",
    }
    return "Accepted" if risk.status is RiskStatus.OPEN and risk.acceptance else words[risk.status]


def score_words(score: Score | None) -> str:
    """`8 High`, or a dash."""
    return score.shown if score else "–"


def issue_told(issue: Issue) -> str:
    """Title and effect of an issue."""
    effect = sentence(tidied(issue.impact))
    return bound(" ".join(part for part in (sentence(tidied(issue.title)), effect) if part))


def abbreviations(said: str, pack: RiskPack) -> tuple[str, ...]:
    """Each abbreviation that stands in the text, and the short name of the board, written out."""
    short = pack.board_short if pack.board_short.isupper() and pack.board_short != pack.board else ""
    return written_out(said, ((short, pack.board),) if short else ())


def levels_told(matrix: Matrix) -> str:
    """`Score is likelihood × impact. Low 1 to 3 · Moderate 4 to 6 · …`"""
    bands = matrix.bands()
    if bands is None:
        names = " · ".join(level.name for level in matrix.levels)
        return f"Each cell has its own level: {names}."
    told = " · ".join(f"{band.level.name} {_range(band.lowest, band.highest)}" for band in bands)
    return f"Score is likelihood × impact. {told}."


def _range(lowest: int, highest: int) -> str:
    return str(lowest) if lowest == highest else f"{lowest} to {highest}"


@dataclass(frozen=True)
class Placed:
    """A risk on the heat map, and what it was at the last board where it moved."""

    risk: Risk
    likelihood: int
    impact: int
    was: str = ""


def placed(pack: RiskPack) -> tuple[Placed, ...]:
    """The risks that stand on the matrix in force, highest first."""
    return tuple(
        Placed(risk, score.likelihood, score.impact, _was(risk, pack))
        for risk in by_score(pack.live)
        if (score := now(risk, pack))
        and score.likelihood is not None
        and score.impact is not None
        and score.matrix_id == pack.matrix.id
    )


def _was(risk: Risk, pack: RiskPack) -> str:
    went = moved(risk, pack)
    return figure(went.was) if went and went.was and went.way in (Way.UP, Way.DOWN) else ""


def not_placed(pack: RiskPack) -> str:
    """The risks the map has no place for, and why; empty where it holds all."""
    on_map = {each.risk.id for each in placed(pack)}
    names = []
    for risk in by_score(pack.live):
        if risk.id not in on_map:
            score = now(risk, pack)
            names.append(f"{risk.ref} ({score.shown if score else 'not scored'})")
    if not names:
        return ""
    return f"Not on the map, scored by another matrix or without likelihood and impact: {listed(names)}."
