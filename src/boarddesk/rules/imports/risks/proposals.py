"""Holds a register of risks against the risks a board has, and says what each would change.

A risk is known by its ref within the board; one whose ref was made up for it, by its words. What the document
leaves empty changes nothing, and nothing it no longer lists is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from boarddesk.rules.characters import unkeepable
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.proposals import FieldChange, Proposal, ProposalKind, Proposals, Verdict
from boarddesk.rules.imports.refs import TOO_MANY
from boarddesk.rules.imports.refusals import says_something
from boarddesk.rules.imports.risks.contents import (
    FoundIssue,
    FoundMatrix,
    FoundMitigation,
    FoundRisk,
    FoundRisks,
    FoundScore,
)
from boarddesk.rules.names.likeness import bare, same
from boarddesk.rules.names.text_index import TextIndex
from boarddesk.rules.risks.risk import Issue, Mitigation, Risk, Score, ScoreKind

TITLE, CAUSE, EVENT, EFFECT, CATEGORY = "Title", "Cause", "Event", "Effect", "Category"
OWNER, RESPONSE, PROXIMITY, STATUS = "Owner", "Response", "Proximity", "Status"
NEXT_REVIEW, TARGET_BY, RAISED = "Next review", "Target by", "Raised"
CONTROL, MITIGATION, DUE, DONE = "Control", "Mitigation", "Due", "Done"
IMPACT, RESOLUTION = "Impact", "Resolution"
SCORES = {kind: f"{kind.value.capitalize()} score" for kind in ScoreKind}
MATRIX_TITLE = "The words for likelihood and impact"


@dataclass(frozen=True)
class RiskSide:
    """The office's side: the board's risks and issues, whether it has the matrix, and the document's day."""

    risks: Sequence[Risk]
    issues: Sequence[Issue]
    has_matrix: bool
    dated: date


def compare_risks(found: FoundRisks, *, kept: RiskSide) -> Proposals:
    """Every risk and issue of the document, in its order, with what taking it would do."""
    proposals = [_matrix(found.matrix, found.source, kept)] if found.matrix else []
    by_ref = {bare(risk.ref): risk for risk in reversed(kept.risks)}
    by_words = TextIndex(risk.title for risk in kept.risks)
    refs, free = set(by_ref), count(1)
    for risk in found.risks:
        ours = by_ref.get(bare(risk.ref)) if risk.ref_given else None
        if not risk.ref_given:
            ours = next((kept.risks[at] for at in by_words.alike(risk.title or risk.event)), None)
        if ours is None and not risk.ref_given:
            if bare(risk.ref) in refs:
                risk = replace(risk, ref=next(ref for at in free if bare(ref := f"R{at}") not in refs))
            if by_words.is_spent:
                risk = replace(risk, notes=(*risk.notes, TOO_MANY))
        refs.add(bare(risk.ref))
        proposals.append(_risk(replace(risk, ref=ours.ref) if ours else risk, ours, kept))
    proposals += _issues(found.issues, kept.issues)
    return Proposals(found.source, What.RISKS, found.tables, tuple(_refused(proposals)), found.leftovers)


def _refused(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals once more, unclear where the office would refuse one."""
    for proposal in proposals:
        texts = " ".join((proposal.ref, proposal.title, *(change.new for change in proposal.changes)))
        sign = unkeepable(texts)
        why = f"it holds a character that cannot be kept ({sign}); delete that there" if sign else ""
        why = why or ("" if says_something(proposal.title) else "no words say what it is")
        yield replace(proposal, verdict=Verdict.UNCLEAR, ticked=False, why_not=why) if why else proposal


def _matrix(found: FoundMatrix, source: str, kept: RiskSide) -> Proposal:
    return Proposal(
        kind=ProposalKind.MATRIX,
        key="matrix",
        ref="",
        title=f"{MATRIX_TITLE}: {len(found.likelihood)} × {len(found.impact)}",
        verdict=Verdict.SAME if kept.has_matrix else Verdict.NEW,
        place=source,
        found=found,
    )


# Risks ---------------------------------------------------------------------------------------------------


def _risk(found: FoundRisk, ours: Risk | None, kept: RiskSide) -> Proposal:
    changes = tuple(_changes(found, ours, kept.dated)) if ours else ()
    notes = (*found.notes, *_later_scores(found, ours, kept.dated)) if ours else found.notes
    return Proposal(
        kind=ProposalKind.RISK,
        key=f"risk {found.ref}",
        ref=found.ref,
        title=found.title,
        verdict=Verdict.NEW if ours is None else Verdict.CHANGED if changes else Verdict.SAME,
        place=found.place,
        found=found,
        changes=changes,
        notes=notes,
        about_id=ours.id if ours else "",
    )


def _changes(found: FoundRisk, ours: Risk, dated: date) -> Iterator[FieldChange]:
    title = found.title if found.title_given else ""
    yield from _differing(
        (TITLE, ours.title, title),
        (CAUSE, ours.cause, found.cause),
        (EVENT, ours.event, found.event),
        (EFFECT, ours.effect, found.effect),
        (CATEGORY, ours.category, found.category),
        (OWNER, ours.owner.name, owner_words(found.owners)),
        (RESPONSE, ours.response.value, found.response),
        (PROXIMITY, ours.proximity, found.proximity),
        (NEXT_REVIEW, _day(ours.next_review), _day(found.next_review)),
        (TARGET_BY, _day(ours.target_by), _day(found.target_by)),
        (RAISED, _day(ours.raised_on), _day(found.raised_on)),
        (STATUS, ours.status_words or ours.status.value, found.status_words or _other_status(found, ours)),
    )
    for kind, score in found_scores(found).items():
        before = _newest(ours, kind)
        if score is not None and not says_the_same(score, before) and not _is_later(before, dated):
            yield FieldChange(SCORES[kind], before.shown if before else "", score.shown)
    controls = {bare(control.text) for control in ours.controls}
    for control in found.controls:
        if bare(control.text) not in controls:
            yield FieldChange(CONTROL, "", control.text)
    mitigations = {bare(mitigation.text): mitigation for mitigation in reversed(ours.mitigations)}
    for mitigation in found.mitigations:
        yield from _of_mitigation(mitigation, mitigations.get(bare(mitigation.text)))


def _of_mitigation(found: FoundMitigation, known: Mitigation | None) -> Iterator[FieldChange]:
    if known is None:
        yield FieldChange(MITIGATION, "", found.text)
        return
    if found.due.latest is not None and found.due.latest != known.due:
        yield FieldChange(f"{DUE}: {known.text}", _day(known.due), _day(found.due.latest))
    for change in _differing((OWNER, known.owner.name, owner_words(found.owners))):
        yield replace(change, field=f"{OWNER}: {known.text}")
    if found.done and known.done_on is None:
        yield FieldChange(f"{DONE}: {known.text}", "not done", "done")


def _other_status(found: FoundRisk, ours: Risk) -> str:
    """The status where the document says another than the office; escalated is the office's own word."""
    stands = "open" if ours.live else ours.status.value
    return found.status if found.status != stands else ""


def found_scores(found: FoundRisk) -> dict[ScoreKind, FoundScore | None]:
    """The three scores of a risk that was found."""
    return {
        ScoreKind.INHERENT: found.inherent,
        ScoreKind.CURRENT: found.current,
        ScoreKind.TARGET: found.target,
    }


def says_the_same(found: FoundScore, ours: Score | None) -> bool:
    """Whether the office's newest score is the one the document gives, as far as it gives one."""
    if ours is None:
        return not (found.says_something and has_place(found))
    numbers = (found.likelihood, found.impact) == (ours.likelihood, ours.impact)
    product = found.product in (None, ours.product)
    level = not found.level or ours.level is None or same(found.level, ours.level.name)
    return numbers and product and level


def has_place(found: FoundScore) -> bool:
    """Whether the office can keep any part of it: words alone, without numbers or a level, it cannot."""
    return any(part is not None for part in (found.likelihood, found.impact, found.product)) or bool(
        found.level
    )


def _newest(risk: Risk, kind: ScoreKind) -> Score | None:
    return next(iter(getattr(risk, kind.value)), None)


def _is_later(ours: Score | None, dated: date) -> bool:
    return ours is not None and ours.as_at > dated


def _later_scores(found: FoundRisk, ours: Risk, dated: date) -> Iterator[str]:
    """Scores of the office that are newer than the document, which therefore changes nothing in them."""
    for kind, score in found_scores(found).items():
        before = _newest(ours, kind)
        if (
            score is not None
            and before is not None
            and before.as_at > dated
            and not says_the_same(score, before)
        ):
            yield (
                f"{SCORES[kind]}: your office says {before.shown}, scored on {in_words(before.as_at)}; "
                f"this document is from {in_words(dated)}, so its {score.shown} is not taken."
            )


# Issues --------------------------------------------------------------------------------------------------


def _issues(found: Iterable[FoundIssue], ours: Sequence[Issue]) -> Iterator[Proposal]:
    by_ref = {bare(issue.ref): at for at, issue in reversed(list(enumerate(ours)))}
    by_words = TextIndex(issue.title for issue in ours)
    for issue in found:
        of_ref = by_ref.get(bare(issue.ref))
        places = by_words.alike(issue.title) if of_ref is None else [of_ref]
        yield _issue(issue, ours[places[0]] if places else None)


def _issue(found: FoundIssue, known: Issue | None) -> Proposal:
    changes = tuple(_issue_changes(found, known)) if known else ()
    return Proposal(
        kind=ProposalKind.ISSUE,
        key=f"issue {found.ref}",
        ref=known.ref if known else found.ref,
        title=found.title,
        verdict=Verdict.NEW if known is None else Verdict.CHANGED if changes else Verdict.SAME,
        place=found.place,
        found=found,
        changes=changes,
        notes=found.notes,
        about_id=known.id if known else "",
    )


def _issue_changes(found: FoundIssue, ours: Issue) -> Iterator[FieldChange]:
    yield from _differing(
        (TITLE, ours.title, found.title),
        (IMPACT, ours.impact, found.impact),
        (OWNER, ours.owner.name, owner_words(found.owners)),
        (RESOLUTION, ours.resolution, found.resolution),
        (DUE, _day(ours.due), _day(found.due.latest)),
        (DONE, _day(ours.resolved_on), _day(found.resolved_on)),
    )


def owner_words(owners: Sequence[str]) -> str:
    """Several owners as one owner's words."""
    return "; ".join(owners)


def _day(day: date | None) -> str:
    return in_words(day) if day else ""


def _differing(*fields: tuple[str, str, str]) -> Iterator[FieldChange]:
    """Field, ours and theirs: a change wherever the document says something else."""
    for name, ours, theirs in fields:
        if says_something(theirs) and not same(ours, theirs):
            yield FieldChange(name, ours, theirs)
