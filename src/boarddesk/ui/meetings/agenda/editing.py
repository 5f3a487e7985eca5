"""What can be changed of an agenda item where it stands, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from boarddesk.records.agenda.items import agenda_item, change_item, set_outcome
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.rules.agenda.item import LONGEST, AgendaItem, ItemKind, Outcome, Purpose
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.editable import EditableField, Editables, editables

PURPOSES = (("", "None"), *((purpose.value, purpose.capitalize()) for purpose in Purpose if purpose))
KINDS = (("", "None"), *((kind.value, kind.capitalize()) for kind in ItemKind if kind))
OUTCOMES = (("", "Not noted"), *((outcome.value, outcome.capitalize()) for outcome in Outcome if outcome))
WANTED = (("1", "Asked for"), ("", "None asked for"))

Write = Callable[[OfficeFile, str, str], object]


def read_minutes(typed: str) -> int | None:
    """`20`, `20 min`, `20 minutes`; nothing is nobody's word yet."""
    plain = typed.strip().casefold()
    for word in ("minutes", "mins", "min", "m"):
        plain = plain.removesuffix(word).strip()
    if not plain:
        return None
    if not plain.isascii() or not plain.isdecimal():
        raise Refused(f"Give the minutes as a number from 0 to {LONGEST}.", field="minutes")
    return int(plain)


def _by(changed: Callable[[AgendaItem, str], AgendaItem]) -> Write:
    return lambda file, item_id, typed: change_item(file, changed(agenda_item(file, item_id), typed.strip()))


def _lead(file: OfficeFile, item_id: str, typed: str) -> None:
    change_item(file, replace(agenda_item(file, item_id), lead=owner_called(file, typed)))


def _outcome(file: OfficeFile, item_id: str, typed: str) -> None:
    set_outcome(file, item_id, Outcome(typed), note=agenda_item(file, item_id).outcome_note)


ITEM: Editables = editables(
    EditableField("title", "Item", _by(lambda item, typed: replace(item, title=typed))),
    EditableField("short_title", "Short title", _by(lambda item, typed: replace(item, short_title=typed))),
    EditableField(
        "purpose", "Purpose", _by(lambda item, typed: replace(item, purpose=Purpose(typed))), choices=PURPOSES
    ),
    EditableField(
        "kind", "Kind", _by(lambda item, typed: replace(item, kind=ItemKind(typed))), choices=KINDS
    ),
    EditableField("lead", "Lead", _lead),
    EditableField("minutes", "Minutes", _by(lambda item, typed: replace(item, minutes=read_minutes(typed)))),
    EditableField(
        "papers",
        "Papers",
        _by(lambda item, typed: replace(item, papers_wanted=bool(typed))),
        choices=WANTED,
    ),
    EditableField(
        "chair_note",
        "Note for the chair",
        _by(lambda item, typed: replace(item, chair_note=typed)),
        paragraphs=True,
    ),
    EditableField(
        "words_to_use",
        "Words to use",
        _by(lambda item, typed: replace(item, words_to_use=typed)),
        paragraphs=True,
    ),
    EditableField(
        "outcome",
        "Outcome",
        _outcome,
        choices=OUTCOMES,
    ),
)
