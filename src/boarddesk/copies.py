"""Word copies of draft minutes that come back: read apart, held to what went out, kept with what is in them.

The window and the command line take copies in through here, so that both do the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boarddesk.importing.minutes.child import read_copy_apart
from boarddesk.importing.minutes.word_copy import copy_in
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.registry import DOCUMENT_KINDS
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes.circulating import circulations, last_of_each
from boarddesk.records.minutes.corrections import NewCopyBack, check_new, copies_back, keep_copy
from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.minutes.corrections.lines import copy_lines
from boarddesk.rules.minutes.corrections.proposing import ENOUGH, proposals, share_of
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


def take_in(
    file: OfficeFile, draft: Circulation, found: ReadCopy, *, today: date, dry_run: bool = False
) -> CopyTaken:
    """Hold a copy to the draft it is of, and keep it with what it proposes, as one change."""
    check_new(file, draft.id, found.content, name=found.name)
    _check_belongs(file, draft, found)
    sent_by = sender_of(found.copy, found.name)
    printed = printed_paragraphs(file, draft, today=today)
    suggestions = proposals(found.copy, draft, sent_by=sent_by, printed=printed)
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


def _check_belongs(file: OfficeFile, draft: Circulation, found: ReadCopy) -> None:
    """Refused where it is a copy of another draft, or of no minutes at all."""
    if share_of(found.copy, draft) < ENOUGH:
        other = next(
            (sent for sent in last_of_each(file) if share_of(found.copy, sent, exactly=True) >= ENOUGH), None
        )
        if other is None:
            raise Refused(
                f"“{found.name}” is no copy of these draft minutes: hardly a word of them is in it."
            )
        of = title(file, meeting(file, other.meeting_id))
        raise Refused(f"“{found.name}” is a copy of the minutes of {of}. Add it there.")
    exact = share_of(found.copy, draft, exactly=True)
    for earlier in circulations(file, draft.meeting_id):
        if earlier.id != draft.id and share_of(found.copy, earlier, exactly=True) > exact:
            raise Refused(
                f"“{found.name}” is a copy of the draft sent {day(earlier.sent_on)}; another was sent "
                f"{day(draft.sent_on)}. Ask for the corrections in that one."
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
