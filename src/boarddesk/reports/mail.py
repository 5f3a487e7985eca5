"""An e-mail draft as the bytes of an .eml file: marked unsent, so that mail programs open it to finish."""

from __future__ import annotations

import mimetypes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from boarddesk.rules.characters import keepable
from boarddesk.rules.mail import MailDraft

CALENDAR = ".ics"


def mail_file(draft: MailDraft) -> bytes:
    """The whole file.

    `X-Unsent: 1` is what Outlook opens as a draft; there is no sender and no date, which the program that
    sends it puts in.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _on_one_line(draft.subject)
    if draft.addressed:
        message["To"] = [Address(_on_one_line(each.name), addr_spec=each.address) for each in draft.addressed]
    message.set_content(keepable(draft.text), cte="quoted-printable")
    for attached in draft.attachments:
        main, _, sub = _kind(attached.name).partition("/")
        message.add_attachment(attached.content, maintype=main, subtype=sub, filename=attached.name)
    if draft.attachments:
        # Of its own making each time otherwise: the same draft is the same bytes.
        message.set_boundary(f"boarddesk-{sha256(draft.text.encode()).hexdigest()[:24]}")
    return message.as_bytes()


def _kind(name: str) -> str:
    # Not left to the machine's own list: a registry entry there may call a document anything.
    known = {
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".pdf": "application/pdf",
        CALENDAR: "text/calendar",
    }
    ending = name[name.rfind(".") :].casefold()
    return known.get(ending) or mimetypes.types_map.get(ending) or "application/octet-stream"


def _on_one_line(text: str) -> str:
    return " ".join(keepable(text).split())
