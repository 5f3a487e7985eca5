"""An e-mail around a meeting: its words are read and changed, then copied or saved as an unsent draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from boarddesk.disk.saving import save
from boarddesk.issuing.mail import (
    ENDING,
    MakeDraft,
    action_list,
    calling_notice,
    late_forms,
    minutes_notice,
    pack_notice,
    reply_reminder,
    written,
)
from boarddesk.rules.mail import UNSENT, MailDraft
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures, listed
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.document_saving import KINDS, file_name, say_written
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.form import FieldKind, Form, FormField
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.opening import open_dialog

NAMED = 4


class Round(NamedTuple):
    """A round of e-mails: what it is called, how its draft is made, whether it follows a meeting."""

    title: str
    make: MakeDraft
    after: bool = False


ROUNDS = {
    "notice": Round("Calling notice", calling_notice),
    "pack-notice": Round("With the pack", pack_notice),
    "reminder": Round("Reminder for replies", reply_reminder),
    "late-forms": Round("Reminder for late forms", late_forms),
    "action-list": Round("Actions of the meeting", action_list, after=True),
    "minutes-notice": Round("With the draft minutes", minutes_notice, after=True),
}


def mail_form(
    draft: MailDraft,
    *,
    title: str,
    save: Callable[[MailDraft], object],
    copy: Callable[[MailDraft], object],
) -> Form:
    """Subject and text to change; to whom it goes and what is attached is said."""

    def given(answers: Answers) -> MailDraft:
        return replace(draft, subject=answers.text("subject"), text=f"{answers.text('text')}\n")

    said = (_to_told(draft), draft.remark, _attached_told(draft))
    return Form(
        "mail",
        title,
        lambda answers: save(given(answers)),
        [
            *(partial(WrappedLabel, words) for words in said if words),
            FormField("subject", "Subject", value=draft.subject, required="Give the e-mail a subject."),
            FormField("text", "Text", FieldKind.LINES, value=draft.text.rstrip(), lines=11),
        ],
        button="Save as e-mail draft…",
        under=UNSENT,
        width=640,
        focus="text",
        instead=(lambda _answers: "Copy text", lambda answers: copy(given(answers))),
    )


def offer_mail(page: Page, meeting_id: str, key: str) -> None:
    """Make the draft, or say why there is none; then show it."""
    title, make, _after = ROUNDS[key]
    try:
        draft = make(page.session.file, meeting_id, page.session.today)
    except Refused as no:
        page.tell("No e-mail to write", no.sentence)
        return
    form = mail_form(draft, title=title, save=partial(_ask_where, page), copy=partial(_copy, page))
    open_dialog(FormDialog(page, form))


def _to_told(draft: MailDraft) -> str:
    names = [each.name for each in draft.addressed]
    if not names:
        return "To: nobody yet; the office has no address of them."
    more = len(names) - NAMED
    shown = [*names[:NAMED], count_in_figures(more, "more", "more")] if more > 0 else names
    return f"To: {listed(shown)}."


def _attached_told(draft: MailDraft) -> str:
    names = listed([attached.name for attached in draft.attachments])
    return f"Attached: {names}." if names else ""


def _copy(page: Page, draft: MailDraft) -> None:
    QApplication.clipboard().setText(draft.text)
    page.tell("Text copied", "Paste it where you write your e-mails.", tone=Tone.GOOD)


def _ask_where(page: Page, draft: MailDraft) -> None:
    office_dialogs.ask_save(
        page,
        lambda path: _save(page, draft, path),
        title="Save the e-mail draft",
        name=file_name(draft.subject) + ENDING,
        kinds=KINDS[ENDING],
    )


def _save(page: Page, draft: MailDraft, path: Path) -> None:
    background.run(
        lambda: save(path, written(draft)),
        lambda saved: say_written(page, "E-mail draft saved, not sent", saved, asked=path),
        of=page,
    )
