"""Word copies of draft minutes that come back: read and held to what went out apart, kept with what they say.

The window and the command line take copies in through here, so that both do the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boarddesk.importing.minutes.child import read_copy_apart
from boarddesk.importing.minutes.holding import CopyToHold, hold_apart
from boarddesk.importing.minutes.word_copy import copy_in
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.registry import DOCUMENT_KINDS
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes.circulating import circulations, last_of_each
from boarddesk.records.minutes.corrections import NewCopyBack, check_new, copies_back, keep_copy
from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.minutes.corrections.holding import HeldCopy, SentDrafts
from boarddesk.rules.minutes.corrections.lines import copy_lines
from boarddesk.rules.minutes.corrections.returns import CopyBack, read_sentence, sender_of
from boarddesk.rules.minutes.corrections.suggestion import Suggestion
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.rules.papers.names import kept_name
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day


@dataclass(frozen=True)
class ReadCopy:
    """A file that was read: its name, its bytes and what stands in it."""

    name: str
    content: bytes
    copy: WordCopy


@dataclass(frozen=True)
class CopyTaken:
    """A copy as it was taken in, what it proposes, and what is said of it; nothing is kept in a dry run."""

    copy: CopyBack
    suggestions: tuple[Suggestion, ...]
    sentence: str


def read(path: Path, *, given_up: Callable[[], bool] = lambda: False) -> ReadCopy:
    """A returned copy, read apart; a FileProblem says why it is none. It needs no office."""
    copy = read_copy_apart(path, given_up=given_up)
    return ReadCopy(kept_name(path.name), path.read_bytes(), copy)


def current(file: OfficeFile, meeting_id: str) -> Circulation:
    """What was last sent round of a meeting; refused where nothing was."""
    sent = circulations(file, meeting_id)
    if not sent:
        raise Refused("These minutes have not been sent round yet, so no corrections can be back.")
    return sent[0]


def sent_drafts(file: OfficeFile, meeting_id: str, found: ReadCopy, *, today: date) -> SentDrafts:
    """What a copy of a draft is held to; refused where nothing went out, or the copy is in already."""
    draft = current(file, meeting_id)
    check_new(file, draft.id, found.content, name=found.name)
    return SentDrafts(
        draft,
        printed_paragraphs(file, draft, today=today),
        tuple(sent for sent in circulations(file, meeting_id) if sent.id != draft.id),
        tuple(sent for sent in last_of_each(file) if sent.meeting_id != meeting_id),
    )


def hold(found: ReadCopy, sent: SentDrafts, *, given_up: Callable[[], bool] = lambda: False) -> HeldCopy:
    """A copy held to what went out, apart; it needs no office."""
    sent_by = sender_of(found.copy, found.name)
    return hold_apart(CopyToHold(found.name, found.copy, sent_by, sent), given_up=given_up)


def take_in(
    file: OfficeFile,
    sent: SentDrafts,
    found: ReadCopy,
    held: HeldCopy,
    *,
    today: date,
    dry_run: bool = False,
) -> CopyTaken:
    """Keep a copy with what it proposes for the draft, as one change; refused where it is none of it."""
    draft = sent.draft
    if current(file, draft.meeting_id) != draft:
        raise Refused(f"The draft changed while “{found.name}” was compared with it. Add the copy again.")
    check_new(file, draft.id, found.content, name=found.name)
    _check_belongs(file, sent, found.name, held)
    sent_by, suggestions = sender_of(found.copy, found.name), held.suggestions
    if not suggestions:
        looks = " Only looks were changed." if found.copy.formats else ""
        raise Refused(f"Nothing was changed in “{found.name}”, and nothing is said in its margin.{looks}")
    changes = sum(1 for one in suggestions if one.changes_text)
    copy = CopyBack(
        "", sent_by, today, found.name, found.copy.is_tracked, changes, len(suggestions) - changes
    )
    sentence = read_sentence(copy, formats=found.copy.formats)
    if not dry_run:
        new = NewCopyBack(found.name, found.content, sent_by, found.copy.is_tracked, suggestions)
        copy_id = keep_copy(file, draft.id, new, came_on=today)
        copy = next(kept for kept in copies_back(file, draft.id) if kept.id == copy_id)
    return CopyTaken(copy, suggestions, sentence)


def _check_belongs(file: OfficeFile, sent: SentDrafts, name: str, held: HeldCopy) -> None:
    """Refused where it is a copy of another draft, or of no minutes at all."""
    if held.belongs_nowhere:
        raise Refused(f"“{name}” is no copy of these draft minutes: hardly a word of them is in it.")
    for other in sent.others:
        if other.id == held.is_of:
            of = title(file, meeting(file, other.meeting_id))
            raise Refused(f"“{name}” is a copy of the minutes of {of}. Add it there.")
    for earlier in sent.earlier:
        if earlier.id == held.is_of:
            raise Refused(
                f"“{name}” is a copy of the draft sent {day(earlier.sent_on)}; another was sent "
                f"{day(sent.draft.sent_on)}. Ask for the corrections in that one."
            )


def printed_paragraphs(file: OfficeFile, draft: Circulation, *, today: date) -> tuple[str, ...]:
    """The paragraphs of the document as it was when the draft went out.

    By them what is printed around the text is told from what was put in.
    """
    kind = next((kind for kind in DOCUMENT_KINDS if kind.key == "minutes"), None)
    if kind is None:
        return ()
    entries = file.history("circulation", draft.id)
    then = file.as_of(min(entry.number for entry in entries)) if entries else file
    try:
        prepared = kind.prepare(then, DocumentQuery(today, meeting_id=draft.meeting_id))
        copy = copy_in(Path("minutes.docx"), prepared.written(".docx"))
    finally:
        if then is not file:
            then.close()
    return tuple(line.text for line in copy_lines(copy))
