"""The update form of an owner in Word, and one that came back: what it says, taken as one change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from boarddesk.disk.saving import save
from boarddesk.issuing.action_log import make_form
from boarddesk.rules.chasing import OwnersActions
from boarddesk.rules.update_form import ReturnedForm
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.document_saving import KINDS, file_name, say_written
from boarddesk.ui.page import Page, Session
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.form import FieldKind, Form, FormField
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.update_forms import FormBack, propose, returned, take_form

WORD = ".docx"
NOTE, AGREE = "note", "agree"
_CHOICES = ((NOTE, "Note them"), (AGREE, "Agree to them"))


def save_update_form(page: Page, owner: OwnersActions) -> None:
    """The form of one owner, written where somebody wants it."""
    session = page.session
    content = make_form(session.file, owner, board_id=session.board_id, today=session.today)

    def write(path: Path) -> None:
        background.run(
            lambda: save(path, content),
            lambda saved: say_written(page, "Update form saved", saved, asked=path),
            of=page,
        )

    office_dialogs.ask_save(
        page,
        write,
        title="Save the update form",
        name=file_name(f"Update form, {owner.name}") + WORD,
        kinds=KINDS[WORD],
    )


def ask_for_update_form(page: Page) -> None:
    """A form that came back is chosen, read beside the window, and shown before anything is written."""

    def chosen(path: Path) -> None:
        session = page.session

        def read(form: ReturnedForm) -> None:
            _show(page, propose(session.file, path.name, form, today=session.today))

        background.run(lambda: returned(path), read, of=page)

    office_dialogs.ask_open(page, chosen, title="Read an update form", kinds=KINDS[WORD])


def _show(page: Page, back: FormBack) -> None:
    if not back.taken:
        said = " ".join(each.sentence for each in back.proposals)
        page.tell("Nothing to take from this form", f"{back.sentence}. {said}".strip())
        return
    open_form(page, update_form_form(page.session, back, partial(_say_taken, page)))


def _say_taken(page: Page, count: int) -> None:
    page.tell(
        "Update form taken",
        f"{count_in_figures(count, 'action')} changed. Undo takes it back.",
        tone=Tone.GOOD,
    )


def update_form_form(session: Session, back: FormBack, taken: Callable[[int], object]) -> Form:
    """What a form that came back says of each action, and what becomes of the dates it asks for."""

    def write(given: Answers) -> None:
        agree = given.text("dates") == AGREE
        taken(take_form(session.file, back, today=session.today, agree_dates=agree))

    lines: list[Callable[[], QWidget]] = [partial(WrappedLabel, each.sentence) for each in back.proposals]
    lines += [partial(WrappedLabel, f"Beside the table: {words}", "meta") for words in back.form.beside]
    asks = any(each.asks_for.day for each in back.taken)
    return Form(
        "update form",
        "Take update form",
        write,
        [
            *lines,
            FormField(
                "dates",
                "Dates asked for",
                FieldKind.SEGMENTS,
                NOTE,
                choices=_CHOICES,
                shown=lambda _given: asks,
            ),
        ],
        button=f"Take {count_in_figures(len(back.taken), 'action')}",
        under=f"{back.sentence}.",
        width=600,
    )
