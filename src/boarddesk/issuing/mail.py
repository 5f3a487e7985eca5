"""E-mail drafts around a meeting: the calling notice with its files, the pack's, and two reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from boarddesk.issuing.document_kind import (
    Audience,
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Scope,
)
from boarddesk.records import calendar as calendars
from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.mail import (
    action_list_draft,
    late_forms_draft,
    minutes_draft,
    notice_draft,
    pack_draft,
    reminder_draft,
)
from boarddesk.rules.mail import Attachment, MailDraft
from boarddesk.rules.wording import one_line

ENDING = ".eml"
MakeDraft: TypeAlias = Callable[[OfficeFile, str, date], MailDraft]


def written(draft: MailDraft) -> bytes:
    """The draft as the bytes of its file."""
    # Imported when first written: the window would otherwise open later for a file few days need.
    from boarddesk.reports.mail import mail_file

    return mail_file(draft)


def calling_notice(file: OfficeFile, meeting_id: str, today: date) -> MailDraft:
    """The notice with the agenda as it was last issued to members, and the meeting for calendars.

    While no agenda was issued the calendar file goes alone: a draft of the agenda is not sent round unseen.
    """
    from boarddesk.reports.calendar import calendar_file

    agenda = _issued(file, meeting_id, kind="agenda")
    entry = calendars.entry(file, meeting_id)
    draft = notice_draft(file, meeting_id, today=today, with_agenda=bool(agenda))
    return draft.with_files(*agenda, Attachment("meeting.ics", calendar_file(entry, today=today)))


def pack_notice(file: OfficeFile, meeting_id: str, today: date) -> MailDraft:
    """What goes with the pack as it was last issued to members; without an attachment until it was."""
    draft = pack_draft(file, meeting_id, today=today)
    return draft.with_files(*_issued(file, meeting_id, kind="pack"))


def _issued(file: OfficeFile, meeting_id: str, *, kind: str) -> list[Attachment]:
    """The newest issue to members, as it went out."""
    found = [
        known
        for known in documents.issued(file, kind=kind, meeting_id=meeting_id)
        if known.scope == Audience.MEMBERS
    ]
    return [
        Attachment(
            f"{one_line(known.title).replace(':', ',')}{known.form}", documents.word_of(file, known.id)
        )
        for known in found[:1]
    ]


def reply_reminder(file: OfficeFile, meeting_id: str, today: date) -> MailDraft:
    """To those who have not replied."""
    return reminder_draft(file, meeting_id, today=today)


def late_forms(file: OfficeFile, meeting_id: str, today: date) -> MailDraft:
    """To the leads whose area has not reported."""
    return late_forms_draft(file, meeting_id, today=today)


def minutes_notice(file: OfficeFile, meeting_id: str, today: date) -> MailDraft:
    """What goes with the draft minutes as they were last issued to members."""
    draft = minutes_draft(file, meeting_id, today=today)
    return draft.with_files(*_issued(file, meeting_id, kind="minutes"))


def action_list(file: OfficeFile, meeting_id: str, today: date) -> MailDraft:
    """Who does what by when, to members and owners."""
    return action_list_draft(file, meeting_id, today=today)


def _gather(
    make: MakeDraft, kind: Callable[[], DocumentKind], *, after: bool
) -> Callable[..., PreparedDocument]:
    def gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
        """Of a meeting, or of the next; of what comes after one, of the last."""
        meeting_id = query.meeting_or_last(file) if after else query.meeting_or_next(file)
        file.end_typing()
        draft = make(file, meeting_id, query.today)
        return PreparedDocument(
            kind(),
            None,
            scope=meeting_id,
            as_at=query.today,
            meeting_id=meeting_id,
            other_forms={ENDING: lambda _edition: written(draft)},
            name=draft.subject,
            remark=draft.remark,
        )

    return gather


def _kind(key: str, title: str, sentence: str, make: MakeDraft, *, after: bool = False) -> DocumentKind:
    kind = DocumentKind(
        key=key,
        title=title,
        noun="e-mail draft",
        reader=None,
        note="",
        sentence=sentence,
        example=f"boarddesk report {key} office.boarddesk --meeting SIB-2026-03 --out {key}.eml",
        needs=(Need(Scope.BOARD), Need(Scope.MEETING, otherwise=f"else the {'last' if after else 'next'}")),
        gather=_gather(make, lambda: kind, after=after),
        forms=(ENDING,),
    )
    return kind


NOTICE = _kind(
    "notice",
    "Calling notice",
    "Write the calling notice of a meeting as an e-mail draft, with its agenda and calendar file.",
    calling_notice,
)
PACK_NOTICE = _kind(
    "pack-notice",
    "E-mail with the pack",
    "Write the e-mail that goes with a meeting's pack as a draft, the pack attached once it was issued.",
    pack_notice,
)
REPLY_REMINDER = _kind(
    "reminder",
    "Reminder for replies",
    "Write a reminder to those who have not replied, as an e-mail draft.",
    reply_reminder,
)
LATE_FORMS = _kind(
    "late-forms",
    "Reminder for late forms",
    "Write a reminder to the leads of areas that have not reported, as an e-mail draft.",
    late_forms,
)
MINUTES_NOTICE = _kind(
    "minutes-notice",
    "E-mail with draft minutes",
    "Write the e-mail that goes with draft minutes as a draft, the minutes attached once they were issued.",
    minutes_notice,
    after=True,
)
ACTION_LIST = _kind(
    "action-list",
    "E-mail with actions",
    "Write the actions of a meeting as an e-mail draft to its members and their owners.",
    action_list,
    after=True,
)
