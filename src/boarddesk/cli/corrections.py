"""`boarddesk import corrections`: a returned copy of draft minutes, read and kept until it is decided on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Form, Status, json_argument, today
from boarddesk.cli.offices import take_over_argument, to_read, to_write
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.terminal import say, say_json
from boarddesk.copies import CopyTaken, hold, read, sent_drafts, take_in
from boarddesk.records.meetings import meeting_of_key
from boarddesk.rules.minutes.corrections.suggestion import Suggestion, SuggestionKind
from boarddesk.rules.wording import cut_characters

_VERBS = {
    SuggestionKind.CHANGE: "changes",
    SuggestionKind.INSERT: "puts in",
    SuggestionKind.DELETE: "takes out",
    SuggestionKind.MOVE: "moves",
    SuggestionKind.JOIN: "joins to the one before",
    SuggestionKind.COMMENT: "says",
}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="SOURCE", help="the Word copy that came back")
    into = parser.add_argument("--into", dest="file", type=Path, required=True, metavar="FILE")
    into.help = "the office file"
    passphrase_argument(parser)
    of = parser.add_argument("--meeting", required=True, metavar="SIB-2026-03")
    of.help = "the meeting whose draft minutes were sent round"
    parser.add_argument("--dry-run", action="store_true", help="show what it proposes; write nothing")
    take_over_argument(parser)
    json_argument(parser)


CORRECTIONS = Form(
    "Bring in a Word copy of draft minutes that came back, to be decided on in the window.",
    "boarddesk import corrections copy.docx --into office.boarddesk --meeting SIB-2026-03 --dry-run",
    _arguments,
)


def corrections_imported(chosen: Namespace) -> int:
    found = read(chosen.source)
    with to_read(chosen.file) if chosen.dry_run else to_write(chosen) as file:
        sent = sent_drafts(file, meeting_of_key(file, chosen.meeting).id, found, today=today())
        held = hold(found, sent)
        taken = take_in(file, sent, found, held, today=today(), dry_run=chosen.dry_run)
        titles = {item.id: f"{item.number} {item.title}" for item in sent.draft.items}
    if chosen.json:
        say_json(_document(taken, titles, written=not chosen.dry_run))
        return Status.DONE
    say(taken.sentence)
    for suggestion in taken.suggestions:
        say(f"  {_line(suggestion, titles)}")
    say()
    kept = "Kept with the meeting: accept or refuse each in the window. The minutes are as they were."
    say("Nothing is written: this was a dry run." if chosen.dry_run else kept)
    return Status.DONE


def _line(one: Suggestion, titles: dict[str, str]) -> str:
    what = one.said or one.will_be or one.was
    if one.kind is SuggestionKind.CHANGE:
        parts = [f"“{one.was[edit.start : edit.end].strip()}” → “{edit.text.strip()}”" for edit in one.edits]
        what = ", ".join(parts)
    place = titles.get(one.item_id, "around the items")
    return f"{one.author or 'Somebody'} {_VERBS[one.kind]} ({place}): {cut_characters(what, 160)}"


def _document(taken: CopyTaken, titles: dict[str, str], *, written: bool) -> dict[str, object]:
    return {
        "sent_by": taken.copy.sent_by,
        "tracked": taken.copy.is_tracked,
        "corrections": [
            {
                "kind": one.kind.value,
                "author": one.author,
                "on": one.made_on.isoformat() if one.made_on else None,
                "item": titles.get(one.item_id),
                "was": one.was,
                "will_be": one.will_be,
                "says": one.said,
            }
            for one in taken.suggestions
        ],
        "written": written,
    }
