"""The exceptions of a board: all that is off course, late, above appetite, sent up, came down or unexplained.

The order is from what is declared to what is worked out to what nobody explained. Nothing here is written by
hand: each line comes from what the plan, the scorecard and the register already say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from boarddesk.rules.highlights.actions import by_when_lines, ended_sentence, standing
from boarddesk.rules.highlights.area import path_to_green, plain_title, reason_of
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack
from boarddesk.rules.plan.actions import Action, is_closed, is_overdue, ref_order
from boarddesk.rules.plan.flags import FlagKind, area_flags, flags_of
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.plan.scorecard import disagreements
from boarddesk.rules.risks import report as risk_words
from boarddesk.rules.risks.escalations import Escalation, Stage
from boarddesk.rules.risks.figures import figures_differ
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import Risk, Score, by_score
from boarddesk.rules.statuses.status import Status, StatusIs
from boarddesk.rules.wording import (
    bound,
    count_in_figures,
    count_in_words,
    cut_characters,
    cut_words,
    day,
    listed,
    lower_first,
    sentence,
    tidied,
)

TWO_LINES: Final = 40
WORDS_OF_WHY: Final = (14, 9)
"""A reason is cut to the first of these with which all exceptions stand on one page."""
ONE_LINE: Final = 34
ONE_LINE_OF_RISK: Final = 26
TO_BE_AGREED: Final = "To be agreed"


@dataclass(frozen=True)
class ExceptionsPack:
    """What the report is made of: the plan where the board has one, and the register."""

    risks: RiskPack
    plan: HighlightPack | None = None


@dataclass(frozen=True)
class OffCourse:
    """An area or an action that was declared off course, with why and the path to green."""

    ref: str
    title: str
    status: Status
    owners: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Overdue:
    """An action, a mitigation or an issue whose day has passed."""

    ref: str
    title: str
    by_when: tuple[str, ...]
    late_by: str
    owners: tuple[str, ...]
    of_plan: bool = False


@dataclass(frozen=True)
class AboveAppetite:
    """A risk above what is borne."""

    ref: str
    title: str
    score: Score
    tolerable: int
    movement: str
    owner: str


@dataclass(frozen=True)
class SentUp:
    """Something with a board above: asked for what, and where it stands; `new` since the last board."""

    ref: str
    to: str
    asked_for: str
    stands: str
    new: bool


@dataclass(frozen=True)
class Exceptions:
    """Everything that is not as it should be, heading by heading."""

    off_course: tuple[OffCourse, ...]
    overdue: tuple[Overdue, ...]
    above: tuple[AboveAppetite, ...]
    sent_up: tuple[SentUp, ...]
    came_down: tuple[str, ...]
    unexplained: tuple[tuple[str, str], ...]  # what it is about, and the sentence
    accepted: tuple[str, ...] = ()
    ended: str = ""  # what decisions of the last board, or since, took out of it


def exceptions_of(pack: ExceptionsPack, *, words_of_why: int = WORDS_OF_WHY[0]) -> Exceptions:
    """All exceptions of a pack; a reason is cut to so many words, a row is never left out."""
    areas = pack.plan.areas if pack.plan else ()
    risks = pack.risks
    return Exceptions(
        tuple(found for area in areas for found in _off_course(area, pack.plan, words_of_why))
        if pack.plan
        else (),
        (*(_late_actions(areas, risks.as_at)), *_late_work(risks)),
        tuple(_above(risks)),
        tuple(_sent_up(each, risks) for each in risks.escalations if each.live),
        tuple(_came_down(risks)),
        (*(_of_plan(pack.plan) if pack.plan else ()), *_of_scores(risks)),
        tuple(_accepted(risks)),
        _ended(areas, risks),
    )


# Off course


def _off_course(area: AreaPack, pack: HighlightPack, most: int) -> Iterator[OffCourse]:
    declared = area.area.declared
    if declared and declared.is_a is StatusIs.OFF_COURSE:
        why = _short(reason_of(area.area.judgements[0].why), most)
        path = _short(path_to_green(area), most)
        yield OffCourse(
            area.area.number or "–",
            f"Area: {cut_characters(plain_title(area), TWO_LINES - 6)}",
            declared,
            tuple(area.area.leads),
            f"{why} Path to green: {lower_first(path)}" if path else why,
        )
    for action in sorted(area.area.actions, key=lambda each: ref_order(each.ref)):
        stands = standing(action.declared, pack.scheme)
        if stands.is_a is StatusIs.OFF_COURSE and not is_closed(action):
            why = _short(reason_of(action.judgements[0].why), most)
            title = cut_characters(tidied(action.text), TWO_LINES)
            yield OffCourse(action.ref or "–", title, stands, tuple(action.owners), why)


def _short(reason: str, most: int) -> str:
    """A reason in few words, so that all stands on one page: it is whole in the highlight report."""
    return sentence(bound(cut_words(reason, most)))


def _ended(areas: Iterable[AreaPack], risks: RiskPack) -> str:
    """`By decision: 4.8 handed to business as usual (D-016).`: of the last board, or since."""
    ended = [
        action
        for area in areas
        for action in sorted(area.area.actions, key=lambda each: ref_order(each.ref))
        if action.ended and risks.last_board and action.ended.in_force_from >= risks.last_board
    ]
    return ended_sentence(ended, risks.as_at)


# Overdue


def _late_actions(areas: Iterable[AreaPack], as_at: date) -> Iterator[Overdue]:
    late = [action for area in areas for action in area.area.actions if is_overdue(action, today=as_at)]
    for action in sorted(late, key=lambda each: ref_order(each.ref)):
        latest = action.by_when.latest
        yield Overdue(
            action.ref or "–",
            cut_characters(tidied(action.text), ONE_LINE),
            by_when_lines(action, as_at),
            _late_by(latest, as_at) if latest else "–",
            tuple(action.owners),
            of_plan=True,
        )


def _late_work(pack: RiskPack) -> Iterator[Overdue]:
    """Mitigations of risks that are still watched, and issues that were to be resolved."""
    for risk in pack.live:
        for each in risk.mitigations:
            if each.due and each.due < pack.as_at and each.done_on is None:
                first = each.moves[-1].was if each.moves else None
                lines = (day(each.due), f"revised from {day(first)}" if first else "")
                yield Overdue(
                    risk.ref,
                    cut_characters(tidied(each.text), ONE_LINE),
                    tuple(line for line in lines if line),
                    _late_by(each.due, pack.as_at),
                    (each.owner.name,),
                )
    for issue in pack.open_issues:
        if issue.due and issue.due < pack.as_at:
            yield Overdue(
                issue.ref,
                cut_characters(tidied(issue.title), ONE_LINE),
                (day(issue.due),),
                _late_by(issue.due, pack.as_at),
                (issue.owner.name,),
            )


def _late_by(due: date, as_at: date) -> str:
    """Days from the latest day of the date in force to "as at"."""
    return count_in_figures((as_at - due).days, "day")


# Risks


def _above(pack: RiskPack) -> Iterator[AboveAppetite]:
    for risk in by_score(pack.live):
        score, line = risk_words.now(risk, pack), risk.appetite.tolerable
        if score is None or score.product is None or line is None or score.product <= line:
            continue
        yield AboveAppetite(
            risk.ref,
            cut_characters(tidied(risk.title), ONE_LINE_OF_RISK),
            score,
            line,
            risk_words.movement_words(risk, pack),
            tidied(risk.owner.name) or TO_BE_AGREED,
        )


def _accepted(pack: RiskPack) -> Iterator[str]:
    """`R3 by Ann Hale until 3 March 2027`, for those above what is borne."""
    above = {each.ref for each in _above(pack)}
    for risk in pack.live:
        if risk.acceptance and risk.ref in above:
            until = f" until {day(risk.acceptance.until)}" if risk.acceptance.until else ""
            yield f"{risk.ref} by {risk.acceptance.by}{until}"


def _sent_up(sent: Escalation, pack: RiskPack) -> SentUp:
    what = "" if sent.ref else f"{tidied(sent.what)}: "
    asked = tidied(sent.asked_for) or "not said"
    new = bool(sent.sent_on and (pack.last_board is None or sent.sent_on > pack.last_board))
    return SentUp(sent.ref or sent.kind.capitalize(), sent.to_in_full, f"{what}{asked}", _stands(sent), new)


def _stands(sent: Escalation) -> str:
    """`Taken 20 May 2026: agreed.`, `On 25 June 2026`, `Sent 12 May 2026: no answer`."""
    if sent.stage is Stage.TAKEN and sent.taken_on:
        return bound(f"Taken {day(sent.taken_on)}: {sentence(tidied(sent.outcome))}")
    if sent.agenda_day:
        return f"On {day(sent.agenda_day)}"
    return f"Sent {day(sent.sent_on)}: no answer" if sent.sent_on else "No answer"


def _came_down(pack: RiskPack) -> Iterator[str]:
    """Escalations that came back since the last board; not lower scores."""
    for sent in pack.escalations:
        down = sent.came_down_on
        if down and (pack.last_board is None or down > pack.last_board):
            outcome = f" Outcome: {sentence(tidied(sent.outcome))}" if sent.outcome else ""
            why = sentence(tidied(sent.came_down_why))
            name = sent.ref or tidied(sent.what)
            yield bound(f"{name} from {sent.sent_to} on {day(down)}: {why}{outcome}")


# Unexplained


def _of_plan(pack: HighlightPack) -> Iterator[tuple[str, str]]:
    for area in pack.areas:
        for flag in area_flags(area.area):
            yield f"Area {area.area.number}", _asked(flag.sentence, area.area.leads)
        for action in sorted(area.area.actions, key=lambda each: ref_order(each.ref)):
            yield from _of_action(action, pack)
    yield from _of_kpis(pack.kpis)


def _of_action(action: Action, pack: HighlightPack) -> Iterator[tuple[str, str]]:
    for flag in flags_of(action, pack.around):
        if flag.kind is FlagKind.NO_REASON:
            yield f"Action {action.ref}", _asked(flag.sentence, action.owners)


def _asked(says: str, owners: Sequence[str]) -> str:
    known = [tidied(owner) for owner in owners if tidied(owner)]
    return f"{says} Asked of {listed(known)}." if known else f"{says} Nobody is named to ask."


def _of_kpis(kpis: Sequence[Kpi]) -> Iterator[tuple[str, str]]:
    for kpi in kpis:
        for step, found in disagreements(kpi):
            if not found.why:
                yield kpi.name, f"{tidied(step.label)}: {found.sentence}".removeprefix(": ")


def _of_scores(pack: RiskPack) -> Iterator[tuple[str, str]]:
    for risk in pack.live:
        for found in figures_differ(risk, pack.kpis, today=pack.as_at):
            if not found.why:
                yield f"Risk {risk.ref}", _with_owner(found.sentence, risk)


def _with_owner(says: str, risk: Risk) -> str:
    owner = tidied(risk.owner.name)
    return f"{says.removesuffix('A reason is asked.')}Asked of {owner}." if owner else says


# In short


def in_short(found: Exceptions) -> tuple[str, str]:
    """`One area and two actions are off course; two risks are above appetite.` and the rest."""
    lead = _lead(found)
    if not lead and not found.overdue and not found.unexplained:
        return "Nothing new.", ""
    return lead or "Nothing is off course or above appetite.", " ".join(
        part for part in (_overdue_told(found), _unexplained_told(found)) if part
    )


def _lead(found: Exceptions) -> str:
    areas = sum(each.title.startswith("Area: ") for each in found.off_course)
    actions = len(found.off_course) - areas
    counted = [count_in_words(many, one) for many, one in ((areas, "area"), (actions, "action")) if many]
    parts = []
    if counted:
        verb = "is" if areas + actions == 1 else "are"
        parts.append(f"{listed(counted)} {verb} off course")
    if found.above:
        verb = "is" if len(found.above) == 1 else "are"
        parts.append(f"{count_in_words(len(found.above), 'risk')} {verb} above appetite")
    return sentence("; ".join(parts))


def _overdue_told(found: Exceptions) -> str:
    if not found.overdue:
        return "Nothing is overdue."
    many = len(found.overdue)
    return sentence(f"{count_in_words(many, 'thing')} {'is' if many == 1 else 'are'} overdue")


def _unexplained_told(found: Exceptions) -> str:
    names = list(dict.fromkeys(name for name, _ in found.unexplained))
    if not names:
        return ""
    more = len(names) - 3
    shown = [*names[:3], f"{more} more"] if more > 0 else names
    return sentence(f"{listed(shown)} {'is' if len(names) == 1 else 'are'} unexplained")
