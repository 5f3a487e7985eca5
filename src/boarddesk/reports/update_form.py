"""The update form of one owner in Word: a row an action, with fields to write in that name their action."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from boarddesk.reports.document import (
    Column,
    Document,
    Page,
    Paragraph,
    Table,
    bold,
    cell,
    words,
)
from boarddesk.reports.word.writer import packed, write
from boarddesk.rules.update_form import COLUMNS, OWNER, PROMPT, STATES, UpdateFormPack
from boarddesk.rules.wording import bound, day, tidied

WIDTHS = (1.9, 8.0, 2.2, 7.4, 3.5, 3.1)
FIELDS = COLUMNS[2:]


def update_form(pack: UpdateFormPack) -> bytes:
    """The form as a Word file."""
    word = docx.Document(io.BytesIO(write(_document(pack))))
    actions = pack.owner.actions
    for row, action in zip(word.tables[0].rows[1:], actions, strict=True):
        for field, at in zip(FIELDS, row.cells[2:], strict=True):
            _make_field(at.paragraphs[0], f"{pack.ref(action)} {field}", chooses=field == "State")
    return packed(word)


def _document(pack: UpdateFormPack) -> Document:
    rows = tuple(
        (
            cell(pack.ref(action)),
            cell(words(bound(tidied(action.text))), words(_due(action.due_words))),
            cell(STATES[0]),
            *(cell(PROMPT) for _field in FIELDS[1:]),
        )
        for action in pack.owner.actions
    )
    asked = (
        f"Please write what is done so far, or which date you now ask for, and send this form back by "
        f"{day(pack.answer_by)}. Where an action is done, choose Done, and say what was done and when."
    )
    return Document(
        title=bound(f"Update form, {day(pack.today)}"),
        blocks=(
            Paragraph(words(bold(OWNER), f" {pack.owner.name}")),
            Paragraph(words(bound(asked))),
            Table(
                "Actions",
                "One row for each action: its state, an update, a new date asked for and when it was done.",
                tuple(Column(title, width) for title, width in zip(COLUMNS, WIDTHS, strict=True)),
                rows,
            ),
        ),
        facts="\N{NO-BREAK SPACE}· ".join(part for part in (pack.partnership, pack.author) if part),
        partnership=pack.partnership,
        footer=" · ".join(part for part in (pack.partnership, "update form") if part),
        page=Page.LANDSCAPE,
        edition=pack.edition.said,
    )


def _due(words_of_due: str) -> str:
    return f"Due {words_of_due}" if words_of_due else "No date yet"


def _make_field(paragraph: Any, name: str, *, chooses: bool) -> None:
    """What is written in the paragraph becomes a field one fills in: named, with its tag, never locked."""
    runs = [run._r for run in paragraph.runs]
    if not runs:
        return
    field, properties, content = (OxmlElement(f"w:{part}") for part in ("sdt", "sdtPr", "sdtContent"))
    for key in ("alias", "tag"):
        made = OxmlElement(f"w:{key}")
        made.set(qn("w:val"), name)
        properties.append(made)
    if chooses:
        choices = OxmlElement("w:dropDownList")
        for state in STATES:
            item = OxmlElement("w:listItem")
            item.set(qn("w:displayText"), state)
            item.set(qn("w:value"), state)
            choices.append(item)
        properties.append(choices)
    else:
        properties.append(OxmlElement("w:showingPlcHdr"))
        properties.append(OxmlElement("w:text"))
        properties[-1].set(qn("w:multiLine"), "1")
    runs[0].addprevious(field)
    for run in runs:
        content.append(run)
    field.append(properties)
    field.append(content)
