"""`boarddesk import update-form`: a form an owner sent back, shown or taken as one change."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Form, Status, json_argument, today
from boarddesk.cli.offices import take_over_argument, to_read, to_write
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.terminal import say, say_json
from boarddesk.records.file.backups import back_up
from boarddesk.rules.wording import count_in_figures
from boarddesk.update_forms import FormBack, propose, returned, take_form

BEFORE = "before an update form"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="SOURCE", help="the Word form that came back")
    into = parser.add_argument("--into", dest="file", type=Path, required=True, metavar="FILE")
    into.help = "the office file"
    passphrase_argument(parser)
    agree = parser.add_argument("--agree-dates", action="store_true")
    agree.help = "move each action to the date that is asked for; without it the wish is noted as an update"
    parser.add_argument("--dry-run", action="store_true", help="show what it says; write nothing")
    take_over_argument(parser)
    json_argument(parser)


UPDATE_FORM = Form(
    "Bring in the update form of an owner of actions: updates, dates asked for, what was done.",
    "boarddesk import update-form form.docx --into office.boarddesk --dry-run",
    _arguments,
)


def update_form_imported(chosen: Namespace) -> int:
    form = returned(chosen.source)
    with to_read(chosen.file) if chosen.dry_run else to_write(chosen) as file:
        back = propose(file, chosen.source.name, form, today=today())
        if back.taken and not chosen.dry_run:
            back_up(chosen.file, reason=BEFORE)
            take_form(file, back, today=today(), agree_dates=chosen.agree_dates)
    if chosen.json:
        say_json(_document(back, written=not chosen.dry_run))
        return Status.DONE
    say(f"{back.sentence}.")
    for each in back.proposals:
        say(f"  {each.sentence}")
    for words in back.form.beside:
        say(f"  Written beside the table: {words}")
    said = f"Taken as one change: {count_in_figures(len(back.taken), 'action')}. Ctrl+Z takes it back."
    say("Nothing is written: this was a dry run." if chosen.dry_run else said)
    return Status.DONE


def _document(back: FormBack, *, written: bool) -> dict[str, object]:
    return {
        "owner": back.form.owner,
        "proposals": [
            {
                "ref": each.row.ref,
                "from": each.row.place,
                "update": each.update or None,
                "asks_for": each.asks_for.day,
                "done_on": each.done_on,
                "why_not": each.why_not or None,
                "notes": list(each.notes),
                "taken": each.can_be_taken,
            }
            for each in back.proposals
        ],
        "beside": list(back.form.beside),
        "written": written,
    }
