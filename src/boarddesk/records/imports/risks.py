"""Takes a register of risks found in a document into the office: proposed first, then applied as one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.imports.plan import ImportResult
from boarddesk.records.leftovers import keep_leftovers, new_leftovers, not_taken
from boarddesk.records.owners import owner_called
from boarddesk.records.risks import issues as kept_issues
from boarddesk.records.risks import register, scores, treatment
from boarddesk.records.risks.matrices import keep_matrix, matrices
from boarddesk.rules.imports.proposals import Proposal, Proposals, Verdict
from boarddesk.rules.imports.risks import proposals as fields
from boarddesk.rules.imports.risks.contents import (
    FoundIssue,
    FoundMatrix,
    FoundMitigation,
    FoundRisk,
    FoundRisks,
    FoundScore,
)
from boarddesk.rules.imports.risks.matrix import matrix_of
from boarddesk.rules.imports.risks.proposals import (
    RiskSide,
    compare_risks,
    found_scores,
    has_place,
    owner_words,
)
from boarddesk.rules.names.likeness import same
from boarddesk.rules.owners import Owner
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.risk import Assurance, Response, Risk, ScoreKind

BEGINS = "Import risks from "
"""How the change of an import is called, before the document's name."""


def propose(file: OfficeFile, board_id: str | None, found: FoundRisks, *, dated: date) -> Proposals:
    """What taking the document would do to the risks of a board; `dated` is the day its words are from."""
    own = [risk for risk in register.risks(file) if risk.board_id == board_id]
    issues = [issue for issue in kept_issues.issues(file) if issue.board_id == board_id]
    known = found.matrix is not None and _kept_matrix(file, matrix_of(found.matrix)) is not None
    return compare_risks(found, kept=RiskSide(own, issues, known, dated))


def propose_new_board(found: FoundRisks, *, dated: date) -> Proposals:
    """The same for a board that is made with the import."""
    return compare_risks(found, kept=RiskSide((), (), has_matrix=False, dated=dated))


def apply(
    file: OfficeFile,
    board_id: str | None,
    proposals: Proposals,
    *,
    dated: date,
    today: date,
    accepted: Collection[str] | None = None,
) -> ImportResult:
    """Take the proposals with those keys, or the ticked ones, and keep what was not read: one change."""
    taken = [one for one in proposals.proposals if one.can_be_taken and _is_wanted(one, accepted)]
    unread = new_leftovers(file, proposals.source, (*proposals.leftovers, *not_taken(proposals, taken)))
    if not taken and not unread:
        return ImportResult()
    with file.change(f"{BEGINS}{proposals.source}") as change:
        matrix_id = _matrix_id(file, change, proposals.proposals, taken, today=today)
        taking = _Taking(file, board_id, dated, today, matrix_id)
        for proposal in taken:
            taking.take(proposal)
        keep_leftovers(change, proposals.source, unread, today=today)
    return ImportResult(len(taken), len(unread), frozenset(one.key for one in taken))


def _is_wanted(one: Proposal, accepted: Collection[str] | None) -> bool:
    return one.ticked if accepted is None else one.key in accepted


def _kept_matrix(file: OfficeFile, matrix: Matrix) -> str | None:
    """The office's matrix in the same words, where it keeps one."""
    words = (matrix.likelihoods, matrix.impacts)
    kept = matrices(file).items()
    return next((key for key, one in kept if (one.likelihoods, one.impacts) == words), None)


def _matrix_id(
    file: OfficeFile, change: Change, proposed: Sequence[Proposal], taken: Sequence[Proposal], *, today: date
) -> tuple[str, Matrix] | None:
    """The matrix that the document's scores were given by, kept now where it is taken and new.

    It is in force only where the office kept none before: an import changes no office's own.
    """
    about = next((one for one in proposed if isinstance(one.found, FoundMatrix)), None)
    if about is None or not isinstance(about.found, FoundMatrix):
        return None
    matrix = matrix_of(about.found)
    known = _kept_matrix(file, matrix)
    if known is not None:
        return known, matrices(file)[known]
    if about not in taken:
        return None
    return keep_matrix(change, file, matrix, made_on=today, in_force=not matrices(file)), matrix


class _Taking:
    """One import under way."""

    def __init__(
        self,
        file: OfficeFile,
        board_id: str | None,
        dated: date,
        today: date,
        matrix: tuple[str, Matrix] | None,
    ) -> None:
        self._file = file
        self._board_id = board_id
        self._dated = dated
        self._today = today
        self._matrix = matrix

    def take(self, one: Proposal) -> None:
        """Add what is new, change what differs."""
        if isinstance(one.found, FoundRisk):
            if one.verdict is Verdict.CHANGED:
                self._change(one.found, one)
            else:
                self._add(one.found)
        elif isinstance(one.found, FoundIssue):
            self._issue(one.found, one)
        elif not isinstance(one.found, FoundMatrix):
            raise Refused(f"“{one.title}” cannot be taken from a register of risks.")

    def _owner(self, names: Sequence[str]) -> Owner:
        return owner_called(self._file, owner_words(names))

    def _category(self, name: str) -> str | None:
        return treatment.add_category(self._file, name) if name.strip() else None

    # New ---------------------------------------------------------------------------------------------------

    def _add(self, found: FoundRisk) -> None:
        risk_id = register.add_risk(
            self._file,
            ref=found.ref,
            title=found.title,
            raised_on=found.raised_on,
            cause=found.cause,
            event=found.event,
            effect=found.effect,
            board_id=self._board_id,
            category_id=self._category(found.category),
            owner=self._owner(found.owners),
            response=Response(found.response) if found.response else Response.TREAT,
            proximity=found.proximity,
            next_review=found.next_review,
            target_by=found.target_by,
            status_words=found.status_words,
        )
        for kind, score in found_scores(found).items():
            self._score(risk_id, kind, score, found.said_of_it if kind is ScoreKind.CURRENT else "")
        for control in found.controls:
            treatment.add_control(
                self._file,
                risk_id,
                text=control.text,
                owner=Owner(control.owner),
                assurance=Assurance(control.assurance),
            )
        for mitigation in found.mitigations:
            self._mitigation(risk_id, mitigation)
        if found.status != "open":
            self._set_status(risk_id, found)

    def _score(self, risk_id: str, kind: ScoreKind, found: FoundScore | None, why: str) -> None:
        """The score as it was given, with the level of the document's own matrix where it gives no other."""
        if found is None or not has_place(found):
            return
        level = found.level
        if not level and self._matrix and found.likelihood and found.impact:
            of = self._matrix[1].cells.get((found.likelihood, found.impact))
            level = of.name if of else ""
        whole = found.likelihood is not None and found.impact is not None
        scores.keep_given(
            self._file,
            risk_id,
            as_at=self._dated,
            kind=kind,
            likelihood=found.likelihood,
            impact=found.impact,
            product=None if whole else found.product,
            level=level,
            matrix_id=self._matrix[0] if self._matrix else None,
            why=why,
        )

    def _mitigation(self, risk_id: str, found: FoundMitigation) -> None:
        treatment.add_mitigation(
            self._file,
            risk_id,
            text=found.text,
            owner=self._owner(found.owners),
            due=found.due.latest,
            due_as_written=found.due.as_written,
            done_on=self._dated if found.done else None,
        )

    def _set_status(self, risk_id: str, found: FoundRisk) -> None:
        if found.status == "closed":
            why = found.closed_why or "Closed in the register it was imported from."
            register.close_risk(self._file, risk_id, why=why, on=found.closed_on or self._dated)
        elif found.status == "occurred":
            kept_issues.make_issue_of(self._file, risk_id, on=self._dated, impact=found.effect)
        else:
            register.reopen_risk(self._file, risk_id)

    # Changed -----------------------------------------------------------------------------------------------

    def _change(self, found: FoundRisk, one: Proposal) -> None:
        changed = {change.field for change in one.changes}
        ours = register.risk(self._file, one.about_id)

        def new(field: str, said: str) -> str | None:
            return said if field in changed else None

        register.change_risk(
            self._file,
            ours.id,
            title=new(fields.TITLE, found.title),
            cause=new(fields.CAUSE, found.cause),
            event=new(fields.EVENT, found.event),
            effect=new(fields.EFFECT, found.effect),
            owner=self._owner(found.owners) if fields.OWNER in changed else None,
            response=Response(found.response) if fields.RESPONSE in changed else None,
            proximity=new(fields.PROXIMITY, found.proximity),
            raised_on=found.raised_on if fields.RAISED in changed else None,
            next_review=found.next_review if fields.NEXT_REVIEW in changed else None,
            target_by=found.target_by if fields.TARGET_BY in changed else None,
            category_id=self._category(found.category) if fields.CATEGORY in changed else None,
            status_words=new(fields.STATUS, found.status_words),
        )
        for kind, score in found_scores(found).items():
            if fields.SCORES[kind] in changed:
                self._score(ours.id, kind, score, found.said_of_it if kind is ScoreKind.CURRENT else "")
        self._change_treatment(found, ours, changed)
        stands = "open" if ours.live else ours.status.value
        if fields.STATUS in changed and found.status != stands:
            self._set_status(ours.id, found)

    def _change_treatment(self, found: FoundRisk, ours: Risk, changed: set[str]) -> None:
        """Controls and mitigations that are new, and what differs in those that are there."""
        for control in found.controls:
            if not any(same(control.text, one.text) for one in ours.controls):
                treatment.add_control(self._file, ours.id, text=control.text)
        for mitigation in found.mitigations:
            known = next((one for one in ours.mitigations if same(one.text, mitigation.text)), None)
            if known is None:
                self._mitigation(ours.id, mitigation)
                continue
            if f"{fields.DUE}: {known.text}" in changed:
                treatment.move_mitigation(self._file, known.id, due=mitigation.due.latest, on=self._dated)
            if f"{fields.OWNER}: {known.text}" in changed:
                treatment.change_mitigation(self._file, known.id, owner=self._owner(mitigation.owners))
            if f"{fields.DONE}: {known.text}" in changed:
                treatment.finish_mitigation(self._file, known.id, done_on=self._dated)

    def _issue(self, found: FoundIssue, one: Proposal) -> None:
        if one.verdict is Verdict.NEW:
            issue_id = kept_issues.add_issue(
                self._file,
                ref=found.ref,
                title=found.title,
                raised_on=found.raised_on or self._dated,
                impact=found.impact,
                board_id=self._board_id,
                owner=self._owner(found.owners),
                resolution=found.resolution,
                due=found.due.latest,
            )
            if found.resolved_on:
                kept_issues.change_issue(self._file, issue_id, resolved_on=found.resolved_on)
            return
        changed = {change.field for change in one.changes}
        kept_issues.change_issue(
            self._file,
            one.about_id,
            title=found.title if fields.TITLE in changed else None,
            impact=found.impact if fields.IMPACT in changed else None,
            owner=self._owner(found.owners) if fields.OWNER in changed else None,
            resolution=found.resolution if fields.RESOLUTION in changed else None,
            due=found.due.latest if fields.DUE in changed else None,
            resolved_on=found.resolved_on if fields.DONE in changed else None,
        )
