"""Copies of draft minutes that came back: what they propose, what was decided, taking it into the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from boarddesk.records.agenda.arising import change_action
from boarddesk.records.agenda.decisions import change_decision
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.circulating import circulation, draft_now
from boarddesk.records.minutes.reading import minutes_of, state_of
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.records.reading import day, one
from boarddesk.rules.decisions import Verb
from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.corrections.edits import edits_kept, edits_read
from boarddesk.rules.minutes.corrections.placing import sentence_of
from boarddesk.rules.minutes.corrections.returns import CopyBack
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, Suggestion, SuggestionKind
from boarddesk.rules.minutes.corrections.taking import CorrectedMinutes, corrected
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.rules.minutes.minutes import check_unlocked
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures

GONE = "That correction is no longer there."

_LABELS = {CorrectionChoice.ACCEPTED: "Accept correction", CorrectionChoice.REFUSED: "Refuse correction"}
_BULLET = "bullet"


@dataclass(frozen=True)
class NewCopyBack:
    """A copy as it was read, to be kept with what it proposes."""

    file_name: str
    content: bytes
    sent_by: str
    is_tracked: bool
    suggestions: Sequence[Suggestion]


def copies_back(file: OfficeFile, circulation_id: str) -> tuple[CopyBack, ...]:
    """The copies of one circulation that came back, by who sent them."""
    rows = file.rows(
        "SELECT c.*, count(p.id) FILTER (WHERE p.kind != 'comment') AS changes, "
        "count(p.id) FILTER (WHERE p.kind = 'comment') AS comments FROM returned_copy c "
        "LEFT JOIN proposed_correction p ON p.copy_id = c.id WHERE c.circulation_id = ? "
        "GROUP BY c.id ORDER BY c.came_on, c.position, c.id",
        (circulation_id,),
    )
    return tuple(
        CopyBack(
            row["id"],
            row["sent_by"],
            date.fromisoformat(row["came_on"]),
            row["file_name"],
            row["reading"] == "tracked",
            row["changes"],
            row["comments"],
        )
        for row in rows
    )


def check_new(file: OfficeFile, circulation_id: str, content: bytes, *, name: str) -> None:
    """Refused where this very file is in already, or the minutes are confirmed."""
    check_unlocked(state_of(file, circulation(file, circulation_id).meeting_id))
    row = file.row(
        "SELECT sent_by FROM returned_copy WHERE circulation_id = ? AND sha256 = ?",
        (circulation_id, sha256(content).hexdigest()),
    )
    if row is not None:
        raise Refused(f"“{name}” is in already: it is the copy of {row['sent_by']}, to the letter.")


def keep_copy(file: OfficeFile, circulation_id: str, copy: NewCopyBack, *, came_on: date) -> str:
    """Keep a copy with all it proposes, as one change; nothing of it is in the minutes yet."""
    check_new(file, circulation_id, copy.content, name=copy.file_name)
    last = file.value(
        "SELECT coalesce(max(position), 0) FROM returned_copy WHERE circulation_id = ?", (circulation_id,)
    )
    with file.change(f"Add the copy of {copy.sent_by}") as change:
        copy_id = change.insert(
            "returned_copy",
            circulation_id=circulation_id,
            sent_by=copy.sent_by,
            came_on=came_on,
            file_name=copy.file_name,
            sha256=change.keep_paper(copy.content),
            reading="tracked" if copy.is_tracked else "compared",
            position=int(str(last)) + 1,
        )
        known = {item.id for item in circulation(file, circulation_id).items}
        standing = {row["id"] for row in file.rows("SELECT id FROM agenda_item")} & known
        for suggestion in copy.suggestions:
            change.insert("proposed_correction", copy_id=copy_id, **_fields(suggestion, standing))
    return copy_id


def remove_copy(file: OfficeFile, copy_id: str) -> None:
    """Take a copy out with what it proposes; what was taken into the minutes stays there."""
    row = one(
        file.row("SELECT * FROM returned_copy WHERE id = ?", (copy_id,)), "That copy is no longer there."
    )
    with file.change(f"Remove the copy of {row['sent_by']}") as change:
        change.delete("returned_copy", copy_id)


def _fields(suggestion: Suggestion, standing: set[str]) -> dict[str, object]:
    return {
        "item_id": suggestion.item_id if suggestion.item_id in standing else None,
        "block": suggestion.block,
        "after_block": suggestion.after,
        "kind": suggestion.kind.value,
        "author": suggestion.author,
        "made_on": suggestion.made_on,
        "was": suggestion.was,
        "will_be": suggestion.will_be,
        "marks": _BULLET if suggestion.is_bullet else edits_kept(suggestion.edits),
        "said": suggestion.said,
        "position": suggestion.order,
    }


def suggestions(file: OfficeFile, circulation_id: str) -> tuple[Suggestion, ...]:
    """All that the copies of one circulation propose."""
    rows = file.rows(
        "SELECT p.*, c.reading FROM proposed_correction p JOIN returned_copy c ON c.id = p.copy_id "
        "WHERE c.circulation_id = ? ORDER BY c.position, p.position, p.id",
        (circulation_id,),
    )
    return tuple(_suggestion(row) for row in rows)


def _suggestion(row: Row) -> Suggestion:
    is_new = row["kind"] == SuggestionKind.INSERT
    return Suggestion(
        SuggestionKind(row["kind"]),
        row["author"],
        row["item_id"] or "",
        row["block"],
        row["after_block"],
        day(row["made_on"]),
        row["was"],
        row["will_be"],
        () if is_new else edits_read(row["marks"], row["will_be"]),
        is_new and row["marks"] == _BULLET,
        row["said"],
        row["reading"] == "tracked" and (row["made_on"] is not None or row["kind"] == SuggestionKind.COMMENT),
        row["position"],
        row["id"],
        row["copy_id"],
        CorrectionChoice(row["choice"]),
        row["own_words"],
        row["answer"],
        day(row["taken_on"]),
    )


def decide_on(file: OfficeFile, choices: Mapping[str, CorrectionChoice], *, label: str = "") -> None:
    """What becomes of some corrections that belong together, as one change; undecided takes it back."""
    told = label or _LABELS.get(next(iter(choices.values())), "Leave correction undecided")
    with file.change(told) as change:
        for suggestion_id, choice in choices.items():
            change.update(
                "proposed_correction",
                suggestion_id,
                choice=choice.value,
                **({} if choice is CorrectionChoice.ACCEPTED else {"own_words": ""}),
            )


def write_own_words(
    file: OfficeFile, suggestion_id: str, words: str, *, choices: Mapping[str, CorrectionChoice]
) -> None:
    """The secretary's own wording in the stead of what was proposed; it is accepted by that."""
    if not words.strip():
        raise Refused("Write how it is to read.", field="words")
    with file.change("Write a correction yourself") as change:
        decide_on(file, choices)
        change.update("proposed_correction", suggestion_id, own_words=words.strip())


def answer_comment(file: OfficeFile, suggestion_id: str, answer: str) -> None:
    """What was answered to a comment, which is settled by it; without words it is only settled."""
    with file.change("Answer a comment" if answer.strip() else "Settle a comment") as change:
        change.update(
            "proposed_correction",
            suggestion_id,
            answer=answer.strip(),
            choice=CorrectionChoice.ACCEPTED.value,
        )


def reopen_comment(file: OfficeFile, suggestion_id: str) -> None:
    """A comment is open again."""
    with file.change("Open a comment again") as change:
        change.update("proposed_correction", suggestion_id, answer="", choice="")


def as_corrected(file: OfficeFile, draft: Circulation, accepted: Iterable[Suggestion]) -> CorrectedMinutes:
    """How the minutes would read with corrections made, as they are now."""
    minutes = minutes_of(file, draft.meeting_id)
    now = draft_now(file, draft.meeting_id)
    return corrected(
        {item.row.item.id: item.blocks for item in minutes.items},
        {line.record_id: sentence_of(line) for item in now for line in item.lines if line.kind.is_row},
        accepted,
        draft,
    )


def take(file: OfficeFile, circulation_id: str, *, today: date) -> tuple[tuple[Suggestion, str], ...]:
    """Take what was accepted into the minutes, as one change; what does not fit there any more, and why.

    That is undecided again, so that nothing is lost.
    """
    draft = circulation(file, circulation_id)
    check_unlocked(state_of(file, draft.meeting_id))
    accepted = [suggestion for suggestion in suggestions(file, circulation_id) if suggestion.is_waiting]
    if not accepted:
        raise Refused("Nothing is accepted yet.")
    made = as_corrected(file, draft, accepted)
    fitting = [suggestion for suggestion in accepted if suggestion.id not in made.unfit]
    with file.change(f"Take {count_in_figures(len(fitting), 'correction')}") as change:
        for suggestion in accepted:
            if suggestion.id in made.unfit:
                change.update("proposed_correction", suggestion.id, choice="")
            else:
                change.update("proposed_correction", suggestion.id, taken_on=today)
        _write_rows(file, draft.meeting_id, made, change)
        _write_blocks(file, draft.meeting_id, made, change)
    return tuple(
        (suggestion, made.unfit[suggestion.id]) for suggestion in accepted if suggestion.id in made.unfit
    )


def _write_blocks(file: OfficeFile, meeting_id: str, made: CorrectedMinutes, change: Change) -> None:
    """A block that goes to another item stays the block it is; then each item is written where it differs."""
    stood = {
        block.id: item.row.item.id for item in minutes_of(file, meeting_id).items for block in item.blocks
    }
    for item_id, blocks in made.items.items():
        for block in blocks:
            if block.id and stood[block.id] != item_id:
                change.update("minute_block", block.id, item_id=item_id)
    for item_id, blocks in made.items.items():
        keep_minute(file, item_id, blocks)


def _write_rows(file: OfficeFile, meeting_id: str, made: CorrectedMinutes, change: Change) -> None:
    for item in draft_now(file, meeting_id):
        for line in item.lines:
            sentence = made.sentences.get(line.record_id, "")
            if not line.kind.is_row or not sentence or sentence == sentence_of(line):
                continue
            if line.kind is BlockKind.DECISION:
                verb, text = _decided(sentence, line.lead)
                change_decision(file, line.record_id, text=text, verb=verb)
            elif line.kind is BlockKind.ACTION:
                change_action(file, line.record_id, text=sentence)
            else:
                change.update("challenge", line.record_id, text=sentence)


def _decided(sentence: str, lead: str) -> tuple[Verb, str]:
    """The verb and the words of a decision's sentence; its verb as it was where it begins with none."""
    verbs = {verb.capitalize(): verb for verb in Verb}
    first, _, rest = sentence.partition(":")
    if first.strip().capitalize() in verbs and rest.strip():
        return verbs[first.strip().capitalize()], rest.strip()
    word, _, words = sentence.partition(" ")
    if word.capitalize() in verbs and words.strip():
        return verbs[word.capitalize()], words.strip()
    return verbs.get(lead, Verb.AGREED), sentence
