"""A risk, or an issue, out of what was gathered of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.column import is_code
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.items import ActionCells, ItemReader, items, said_as_actions, unmarked
from boarddesk.importing.risks.key import RiskKey
from boarddesk.importing.risks.movement import DOWN, SAME, SIGNED, UP, movement_of
from boarddesk.importing.risks.register import REF_AND_WORDS
from boarddesk.importing.risks.scores import by_stage, read_score, together
from boarddesk.importing.risks.standing import assurance_of, own_words, response_of, status_of
from boarddesk.importing.risks.statement import LABEL, Statement, part_of, read_statement
from boarddesk.importing.risks.unfolding import unfold
from boarddesk.importing.risks.vocabulary import Stage
from boarddesk.importing.tables.grid import Cell
from boarddesk.rules.dates.deadlines import NO_DATE
from boarddesk.rules.imports.contents import Leftover
from boarddesk.rules.imports.risks.contents import (
    FoundControl,
    FoundIssue,
    FoundMitigation,
    FoundRisk,
    FoundScore,
)

LONGEST_TITLE = 120
MOST_TITLE_WORDS = 12
PART_OF_HEADING = re.compile(r"\b(?:L|I|C|P|S|score|likelihood|impact|rating)\b")
"""What of a heading says a part of a score; the rest says which score."""
LEADS = re.compile(
    r"\s*(?:because|due to|as a result|if|there is|causes?|risks?|events?|effects?|consequences?)\b",
    re.IGNORECASE,
)
"""How a first line begins that is part of the statement below it and no title."""
LABELLED_LINE = re.compile(r"\s*[A-Za-z ]{2,20}\s*[:–-]\s*\S")


@dataclass
class RiskReader:
    """Reads what was gathered, by the document's key and its day; what cannot be taken is left over."""

    key: RiskKey
    reader: ItemReader
    leftovers: list[Leftover] = field(default_factory=list)

    def risk(self, draft: RiskDraft) -> FoundRisk:
        """The risk, with nothing in it that the document does not say."""
        notes: list[str] = []
        unfold(draft)
        ref, title = self._ref_and_title(draft)
        said = self._statement(draft, title)
        title = title or said.rest
        event = said.event
        title_given = bool(title)
        if not title:
            title = _short(event or said.cause or said.effect)
            notes.append("The document gives no title; it is made from its words.")
        elif len(title) > LONGEST_TITLE and not event:
            title, event, title_given = _short(title), title, False
        elif said.rest and said.rest != title and not event:
            event = said.rest
        scores = self._scores(draft, notes)
        status_words = draft.line(Field.STATUS)
        closed_on = self._day(draft, Field.CLOSED_ON)
        mitigations, acts = self._mitigations(draft)
        status = status_of(status_words, closed=draft.closed or closed_on is not None)
        self._rest(draft, acts)
        return FoundRisk(
            ref,
            title,
            draft.place,
            said.cause,
            event,
            said.effect,
            self._category(draft),
            self._owners(draft),
            raised_on=self._day(draft, Field.RAISED),
            inherent=scores.get(Stage.INHERENT),
            current=scores.get(Stage.CURRENT),
            target=scores.get(Stage.TARGET),
            target_by=self._day(draft, Field.TARGET_BY),
            controls=tuple(self._controls(draft)),
            mitigations=tuple(mitigations),
            movement=self._movement(draft, scores),
            next_review=self._day(draft, Field.NEXT_REVIEW),
            status=status,
            status_words=own_words(status_words),
            response=self._response(draft),
            proximity=draft.line(Field.PROXIMITY),
            closed_on=closed_on,
            closed_why=draft.text(Field.CLOSED_WHY),
            commentary=draft.text(Field.COMMENTARY),
            notes=tuple(notes),
            ref_given=bool(ref),
            title_given=title_given,
        )

    def issue(self, draft: RiskDraft) -> FoundIssue:
        """Something that has happened."""
        unfold(draft)
        ref, title = self._ref_and_title(draft)
        said = self._statement(draft, title)
        title = title or said.rest or said.event
        acts = draft.actions[0] if draft.actions else None
        resolution = "\n".join(one.text.text for one in draft.actions) or draft.text(
            Field.CONTROLS, Field.COMMENTARY
        )
        due = self.reader.when(acts.due.text, acts.due.day) if acts and acts.due else NO_DATE
        self._rest(draft, [])
        return FoundIssue(
            ref,
            _short(title),
            draft.place,
            said.effect or (said.event if said.event != title else ""),
            self._owners(draft),
            resolution.strip(),
            raised_on=self._day(draft, Field.RAISED),
            due=due,
            resolved_on=self._day(draft, Field.CLOSED_ON),
            ref_given=bool(ref),
        )

    # Which risk -------------------------------------------------------------------------------------------

    def _ref_and_title(self, draft: RiskDraft) -> tuple[str, str]:
        """The ref and the title, also where one line has both."""
        ref, title = draft.line(Field.REF), draft.text(Field.TITLE)
        if ref and not is_code(ref) and (begun := REF_AND_WORDS.fullmatch(ref)):
            ref, title = begun["ref"], title or begun["words"]
        elif not ref:
            for line in (title, draft.head, draft.text(Field.DESCRIPTION)):
                begun = REF_AND_WORDS.fullmatch(line)
                if begun and is_code(begun["ref"]) and (not begun["ref"].isdigit() or line is draft.head):
                    ref = begun["ref"]
                    title = begun["words"] if line is not draft.head else title or begun["words"]
                    break
        if not title and draft.head and not REF_AND_WORDS.fullmatch(draft.head):
            title = draft.head if not is_code(draft.head) else ""
        described = draft.said.get(Field.DESCRIPTION, [])
        if not title and len(described) > 1 and len(described[0].line) < len(described[1].line):
            draft.said[Field.DESCRIPTION] = described[1:]
            title = described[0].text
        begun = REF_AND_WORDS.fullmatch(draft.head)
        if not title and begun:
            title = begun["words"]
        bare = re.sub(r"^(?:risk )?(?:ref|id|no|number)\W+(?=\S*[0-9])", "", ref.strip(), flags=re.IGNORECASE)
        return bare.removesuffix(".0").strip(" .:"), re.sub(
            r"^risk(?: title)?\s*[:–-]\s*", "", title, flags=re.IGNORECASE
        ).strip()

    def _statement(self, draft: RiskDraft, title: str) -> Statement:
        """Cause, event and effect from their own cells, else out of the description or the title."""
        own = {
            name: _joined(draft, of)
            for name, of in (("cause", Field.CAUSE), ("event", Field.EVENT), ("effect", Field.EFFECT))
        }
        description = draft.text(Field.DESCRIPTION)
        if REF_AND_WORDS.fullmatch(description) and title and title in description:
            description = ""
        if own["event"] and not own["cause"] and not own["effect"] and not description:
            description, own["event"] = draft.text(Field.EVENT), ""
        read = read_statement(description)
        first, _, below_first = description.partition("\n")
        below = read_statement(below_first)
        if (
            below.in_parts
            and len(first.split()) <= MOST_TITLE_WORDS
            and not LEADS.match(first)
            and not LABEL.match(first)
        ):
            read = replace(below, rest=first.strip())
        if (
            not read.in_parts
            and not description
            and (titled := read_statement(title)).in_parts
            and not any(own.values())
        ):
            return replace(titled, rest="")
        parts = Statement(
            own["cause"] or read.cause, own["event"] or read.event, own["effect"] or read.effect, read.rest
        )
        if read.rest and not parts.event and (parts.cause or parts.effect) and title:
            return replace(parts, event=part_of(read.rest), rest="")
        if read.rest and not parts.event and (parts.cause or parts.effect):
            return (
                replace(parts, event=part_of(read.rest), rest="") if len(read.rest) > LONGEST_TITLE else parts
            )
        return parts

    def _category(self, draft: RiskDraft) -> str:
        said = draft.line(Field.CATEGORY)
        return (
            said
            or re.sub(
                (
                    r"^(?:[0-9]{1,2}[.)]\s+)?(?:(?:category|theme|section|risk category|area)\s*(?:[0-9]+"
                    r"|[A-H])?\s*[:–-]\s*)?"
                ),
                "",
                draft.over,
                flags=re.IGNORECASE,
            ).strip()
        )

    def _owners(self, draft: RiskDraft) -> tuple[str, ...]:
        cells = draft.said.get(Field.OWNERS, ())
        return tuple(dict.fromkeys(name for cell in cells for name in self.reader.people(cell.text)))

    # Scores -----------------------------------------------------------------------------------------------

    def _scores(self, draft: RiskDraft, notes: list[str]) -> dict[Stage, FoundScore]:
        parts: dict[Stage, list[FoundScore]] = {}
        earlier: dict[str, list[FoundScore]] = {}
        for says, heading, cell in draft.scores:
            split = by_stage(cell.text)
            pieces: dict[Stage, str | None] = {**split} if split else {says.stage: None}
            for stage, piece in pieces.items():
                stage = Stage.CURRENT if stage in (Stage.RESIDUAL, Stage.UNSAID) else stage
                whole = cell if piece is None else Cell((piece,))
                read = read_score(whole, says, self.key.scores)
                if read is None:
                    continue
                if stage is Stage.PREVIOUS:
                    earlier.setdefault(PART_OF_HEADING.sub("", heading), []).append(read)
                else:
                    parts.setdefault(stage, []).append(read)
        found = {stage: score for stage, reads in parts.items() if (score := together(reads)) is not None}
        before = [score for reads in earlier.values() if (score := together(reads)) is not None]
        if before and Stage.CURRENT not in found and len(earlier) > 1:
            found[Stage.CURRENT] = before.pop()
            notes.append("The latest of its scores is taken for the current one.")
        if before:
            found[Stage.PREVIOUS] = before[-1]
        for stage in (Stage.INHERENT, Stage.CURRENT, Stage.TARGET):
            notes += _about_score(stage, found.get(stage))
        return found

    def _movement(self, draft: RiskDraft, scores: dict[Stage, FoundScore]) -> str:
        """As the document says it, else from the previous score it gives."""
        shown = [cell for says, _, cell in draft.scores if says.stage in (Stage.CURRENT, Stage.UNSAID)]
        with_sign = [cell for cell in shown if SIGNED.search(cell.line)]
        for cell in draft.said.get(Field.MOVEMENT, with_sign):
            if way := movement_of(cell.line, self.key.arrows):
                return way
            self._left(draft.place, f"Movement: {cell.line}", "no movement of a score")
        now, before = _product(scores.get(Stage.CURRENT)), _product(scores.get(Stage.PREVIOUS))
        if now is None or before is None:
            return ""
        return UP if now > before else DOWN if now < before else SAME

    # What is done -----------------------------------------------------------------------------------------

    def _controls(self, draft: RiskDraft) -> Iterator[FoundControl]:
        assurance = ""
        for cell in draft.said.get(Field.ASSURANCE, ()):
            sure = assurance_of(cell.line)
            assurance = sure or assurance
            if not sure:
                self._left(draft.place, f"Assurance: {cell.text}", "no words for how sure a control is")
        for cell in draft.said.get(Field.CONTROLS, ()):
            for text in items(cell):
                yield FoundControl(text.removesuffix("."), assurance=assurance)

    def _mitigations(self, draft: RiskDraft) -> tuple[list[FoundMitigation], list[str]]:
        """The actions, and the headings of other cells whose lines say that they are actions."""
        found = [
            one for cells in map(self._only_actions, draft.actions) for one in self.reader.mitigations(cells)
        ]
        headings = []
        for heading, cell, _ in draft.rest:
            acts, _ = said_as_actions(cell)
            if acts:
                headings.append(heading)
                found += self.reader.mitigations(ActionCells(Cell(tuple(acts))))
        for cell in draft.said.get(Field.NEXT_REVIEW, ()):
            acts, _ = said_as_actions(cell)
            found += self.reader.mitigations(ActionCells(Cell(tuple(acts)))) if acts else []
        return found, headings

    def _only_actions(self, cells: ActionCells) -> ActionCells:
        """Where lines of a cell say that they are actions, only those: the others are gaps or remarks."""
        acts, others = said_as_actions(cells.text)
        if not acts or not others or not all(LABELLED_LINE.match(line) for line in others):
            return cells
        self._leftover(cells, others)
        return replace(cells, text=Cell(tuple(acts)))

    def _leftover(self, cells: ActionCells, lines: list[str]) -> None:
        self._left(
            "beside its actions", "\n".join(lines), "stands among the actions and says that it is none"
        )

    # The rest ---------------------------------------------------------------------------------------------

    def _response(self, draft: RiskDraft) -> str:
        said = draft.line(Field.RESPONSE) or draft.line(Field.STATUS)
        if named := response_of(said):
            return named
        if draft.line(Field.RESPONSE):
            self._left(
                draft.place, f"Response: {draft.line(Field.RESPONSE)}", "no one way of answering a risk"
            )
        return ""

    def _day(self, draft: RiskDraft, of: Field) -> date | None:
        """The last day that a date of the risk means; words in place of one are left over."""
        for cell in draft.said.get(of, ()):
            when = self.reader.when(cell.text, cell.day)
            if cell.day or (when.latest is not None and len(cell.line) <= 40):
                return cell.day or when.latest
            if of is Field.NEXT_REVIEW:
                _, others = said_as_actions(cell)
                if others:
                    self._left(draft.place, f"Review: {' '.join(others)}", "no date")
            elif of is not Field.CLOSED_ON or not re.fullmatch(
                r"\W*(?:no|n|open|n/?a)\W*", cell.line, re.IGNORECASE
            ):
                self._left(draft.place, f"{of.value.replace('_', ' ').capitalize()}: {cell.line}", "no date")
        return None

    def _rest(self, draft: RiskDraft, taken: list[str]) -> None:
        """What no field takes, word for word."""
        for heading, cell, place in draft.rest:
            text = "\n".join(said_as_actions(cell)[1]) if heading in taken else cell.text
            if text.strip() and re.search(r"\w", text):
                self._left(
                    place, f"{heading}: {text}", "stands under a heading for which a risk has no place"
                )
        for cell in draft.said.get(Field.LAST_REVIEW, ()):
            self._left(draft.place, f"Last reviewed: {cell.line}", "when it was last looked at")

    def _left(self, place: str, text: str, why: str) -> None:
        self.leftovers.append(Leftover(place, text, why))


def _joined(draft: RiskDraft, of: Field) -> str:
    cells = draft.said.get(of, ())
    lines = [unmarked(line) for cell in cells for line in cell.text.split("\n") if line.strip()]
    return part_of("\n".join(lines)) if lines else ""


def _short(text: str) -> str:
    """The first sentence of a text, or as many whole words as a title has room for."""
    line = " ".join(text.split())
    first = re.split(r"(?<=[a-z0-9)])[.;]\s", line, maxsplit=1)[0]
    if len(first) <= LONGEST_TITLE:
        return first
    return f"{first[: LONGEST_TITLE - 1].rsplit(' ', 1)[0].rstrip(',;:')}…"


def _product(score: FoundScore | None) -> int | None:
    if score is None:
        return None
    if score.likelihood is not None and score.impact is not None:
        return score.likelihood * score.impact
    return score.product


def _about_score(stage: Stage, score: FoundScore | None) -> Iterator[str]:
    """What does not add up, or could not be read as numbers."""
    if score is None:
        return
    if score.likelihood and score.impact and score.product not in (None, score.likelihood * score.impact):
        yield f"The document gives {score.product} for {score.likelihood} × {score.impact} ({stage})."
    if score.words:
        yield f"“{score.words}” ({stage}) is kept in words: the document gives no numbers for them."
