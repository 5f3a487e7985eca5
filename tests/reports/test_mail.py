"""E-mail drafts are read back as mail programs read them: unsent, to whom, with what is attached whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.agenda_packs import FULL

from boarddesk.reports.mail import mail_file
from boarddesk.rules.mail import (
    Attachment,
    MailDraft,
    Recipient,
    calling_notice,
    late_forms,
    pack_notice,
    recipients,
    reply_reminder,
)
from boarddesk.rules.refused import Refused
from boarddesk.rules.returns import ReportingArea

TO = (
    Recipient("Zoë Moor", "zoe@northmoor.example"),
    Recipient("O’Brien, Siân", "s.obrien@northmoor.example"),
)
FILES = (
    Attachment("Agenda, 9 June.docx", bytes(range(256)) * 40),
    Attachment("meeting.ics", b"BEGIN:VCALENDAR\r\n"),
)


def read(content: bytes) -> EmailMessage:
    message = BytesParser(policy=policy.default).parsebytes(content)
    assert isinstance(message, EmailMessage) and not message.defects
    return message


def body(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_it_is_marked_unsent_and_has_neither_sender_nor_date() -> None:
    message = read(mail_file(calling_notice(FULL, TO, with_agenda=True)))
    assert message["X-Unsent"] == "1"
    assert message["From"] is None and message["Date"] is None


def test_names_with_accents_and_commas_are_read_back() -> None:
    message = read(mail_file(calling_notice(FULL, TO, with_agenda=True)))
    found = [(address.display_name, address.addr_spec) for address in message["To"].addresses]
    assert found == [(each.name, each.address) for each in TO]


def test_what_is_attached_is_there_byte_for_byte_under_its_name() -> None:
    message = read(mail_file(calling_notice(FULL, TO, with_agenda=True).with_files(*FILES)))
    attached = list(message.iter_attachments())
    assert [(part.get_filename(), part.get_payload(decode=True)) for part in attached] == [
        (file.name, file.content) for file in FILES
    ]
    assert [part.get_content_type() for part in attached][1] == "text/calendar"


def test_the_same_draft_is_the_same_bytes() -> None:
    draft = calling_notice(FULL, TO, with_agenda=True).with_files(*FILES)
    assert mail_file(draft) == mail_file(draft)


def test_a_notice_says_when_where_and_what_is_asked_and_only_then_that_the_agenda_is_attached() -> None:
    told = body(read(mail_file(calling_notice(FULL, TO, with_agenda=True))))
    assert "The agenda of the SEND Improvement Board is attached" in told
    assert "Tuesday 9 June 2026, 14:00 to 16:00. Council Chamber, Moor House, or by video link." in told
    assert "Three decisions are asked: items 3, 4 and 6.1." in told
    without = body(read(mail_file(calling_notice(FULL, TO, with_agenda=False))))
    assert "agenda" not in without and "a file for your calendar is attached" in without


def test_the_chairs_notes_are_in_no_e_mail() -> None:
    areas = (ReportingArea("2", "2", "Data", ("Amrit Gill",)),)
    drafts = (
        calling_notice(FULL, TO, with_agenda=True),
        pack_notice(FULL, TO),
        reply_reminder(FULL, TO),
        late_forms(FULL, areas, TO, due=date(2026, 6, 5)),
    )
    assert not any(b"MARKER" in mail_file(draft) for draft in drafts)


def test_there_is_no_reminder_where_nobody_is_to_be_reminded() -> None:
    with pytest.raises(Refused, match="Everybody"):
        reply_reminder(FULL, ())
    with pytest.raises(Refused, match="Every area"):
        late_forms(FULL, (), TO, due=date(2026, 6, 5))


def test_an_address_that_is_none_is_left_out_and_its_owner_named() -> None:
    found = recipients(
        [("Ann", "ann@x.example"), ("Ben", "ben at x"), ("Cal", ""), ("Dee", "d@x.example, e@y.example")]
    )
    draft = replace(calling_notice(FULL, found, with_agenda=True))
    assert [each.address for each in draft.addressed] == ["ann@x.example"]
    assert draft.remark == "No e-mail address: Ben, Cal and Dee."


@given(st.text(max_size=60), st.text(max_size=300), st.text(max_size=30))
def test_whatever_is_written_in_it_the_file_is_one_message_to_the_same_people(
    subject: str, text: str, name: str
) -> None:
    to = recipients([(name, "ann@x.example")])
    message = read(mail_file(MailDraft(to, subject, text, FILES)))
    assert len(list(message.iter_attachments())) == 2
    assert message["Bcc"] is None and message["X-Unsent"] == "1"
    reached = [address.addr_spec for address in message["To"].addresses] if message["To"] else []
    assert reached == [each.address for each in to]
