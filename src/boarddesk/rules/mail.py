"""What goes out by e-mail around a meeting: to whom, under which subject, in which words. Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boarddesk.rules.agenda.pack import AgendaPack
from boarddesk.rules.agenda.wording import asked, when, where
from boarddesk.rules.minutes.minutes import check_written
from boarddesk.rules.minutes.pack import MinutesPack
from boarddesk.rules.minutes.wording import meeting_told, noun, owner_told
from boarddesk.rules.publishing.opening import opened
from boarddesk.rules.refused import Refused
from boarddesk.rules.returns import ReportingArea
from boarddesk.rules.wording import count_in_figures, day, listed, sentence, tidied, with_the

UNSENT = "It opens as a draft. Nothing is sent until you send it."


@dataclass(frozen=True)
class Recipient:
    """Somebody it goes to; the address is empty where the office has none."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Attachment:
    """A file that goes with it."""

    name: str
    content: bytes


@dataclass(frozen=True)
class MailDraft:
    """An e-mail as a draft: plain text, and what is attached."""

    to: tuple[Recipient, ...]
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()

    def with_files(self, *attachments: Attachment) -> MailDraft:
        """The same with these attached."""
        return replace(self, attachments=attachments)

    @property
    def addressed(self) -> tuple[Recipient, ...]:
        """Those who can be written to, each address once."""
        found = {each.address.casefold(): each for each in self.to if each.address}
        return tuple(found.values())

    @property
    def without_address(self) -> tuple[str, ...]:
        """The names of those the office has no address of."""
        return tuple(dict.fromkeys(each.name for each in self.to if not each.address))

    @property
    def remark(self) -> str:
        """Who is not among the recipients, because the office has no address of them."""
        missing = self.without_address
        return f"No e-mail address: {listed(missing)}." if missing else ""


def recipients(people: Iterable[tuple[str, str]]) -> tuple[Recipient, ...]:
    """People as name and address, each once; an address that is none is left out."""
    found = {
        name: Recipient(tidied(name), address.strip() if _is_address(address.strip()) else "")
        for name, address in people
        if tidied(name)
    }
    return tuple(found.values())


def _is_address(text: str) -> bool:
    name, at, host = text.rpartition("@")
    plain = text.isascii() and not any(sign.isspace() or sign in '<>,;:"()' for sign in text)
    return bool(at and name and "." in host.strip(".") and plain and "@" not in name)


def calling_notice(pack: AgendaPack, to: Sequence[Recipient], *, with_agenda: bool) -> MailDraft:
    """The notice that calls a meeting, with its calendar file, and its agenda once that was issued."""
    board = with_the(pack.board.name)
    return _draft(
        pack,
        to,
        f"{pack.board.name}, {day(pack.meeting.date)}: agenda",
        (
            sentence(
                f"the agenda of {board} is attached, with a file for your calendar"
                if with_agenda
                else f"{board} meets as below; a file for your calendar is attached"
            ),
            f"{when(pack)} {where(pack)}",
            f"To join by video: {pack.meeting.link}" if pack.meeting.link else "",
            asked(pack) if with_agenda else "",
            f"The papers come by {day(pack.papers_due)}.",
        ),
    )


def pack_notice(pack: AgendaPack, to: Sequence[Recipient]) -> MailDraft:
    """What goes with the pack of papers."""
    return _draft(
        pack,
        to,
        f"{pack.board.name}, {day(pack.meeting.date)}: papers",
        (
            f"The papers for {with_the(pack.board.name)} come with this e-mail as one file. "
            "Its page numbers stay as they are: what comes later has its own.",
            f"{when(pack)} {where(pack)}",
            asked(pack),
        ),
    )


def reply_reminder(pack: AgendaPack, to: Sequence[Recipient]) -> MailDraft:
    """To those who have not said whether they come; refused where everybody has."""
    if not to:
        raise Refused("Everybody who was asked has replied.", field="meeting")
    return _draft(
        pack,
        to,
        f"{pack.board.name}, {day(pack.meeting.date)}: are you coming?",
        (
            f"We have not heard yet whether you come to {with_the(pack.board.name)}.",
            f"{when(pack)} {where(pack)}",
            "Please answer with one of these: I come · I send my deputy (who) · I cannot come.",
            "Without enough members the board cannot decide.",
        ),
    )


def late_forms(
    pack: AgendaPack, areas: Sequence[ReportingArea], to: Sequence[Recipient], *, due: date
) -> MailDraft:
    """To the leads whose area has not reported; refused where every area has."""
    if not areas:
        raise Refused("Every area has reported to this meeting.", field="meeting")
    named = listed([f"area {area.words}" for area in areas])
    return _draft(
        pack,
        to,
        f"{pack.board.name}, {day(pack.meeting.date)}: your update is missing",
        (
            f"The board has no update yet from {named}.",
            f"Papers are due on {day(due)}; the board meets on {day(pack.meeting.date)}.",
            "Please send your form back, or a line on what was done, what comes next and what you need.",
            "An area without an update is reported as such.",
        ),
    )


def minutes_notice(pack: MinutesPack, to: Sequence[Recipient], *, corrections_by: date | None) -> MailDraft:
    """What goes with the draft minutes; refused while nothing is written."""
    check_written(pack.minutes)
    board = with_the(pack.board.name)
    until = f" by {day(corrections_by)}" if corrections_by else ""
    return _draft(
        pack,
        to,
        f"{pack.board.name}, {day(pack.meeting.date)}: draft {noun(pack)}",
        (
            f"The draft {noun(pack)} of {board} of {day(pack.meeting.date)} come with this e-mail.",
            f"Please correct them in Word with changes tracked, or by comments, and send them back{until}.",
            f"The board confirms them on {meeting_told(pack.next_meeting)}." if pack.next_meeting else "",
        ),
    )


def action_list(pack: MinutesPack, to: Sequence[Recipient]) -> MailDraft:
    """Who does what by when after a meeting, in the e-mail itself; refused where nobody was asked anything.

    Owners who are no members read it too: what is restricted is only counted.
    """
    told = opened(pack, withheld=(), hidden_corrections=()).actions
    more = len(pack.actions) - len(told)
    if not pack.actions:
        raise Refused("No action came of this meeting.", field="meeting")
    listed_here = (
        f"{action.ref}  {sentence(tidied(action.text))} {owner_told(action)}, "
        f"{f'by {day(action.due)}' if action.due else 'no date'}."
        for action in told
    )
    return _draft(
        pack,
        to,
        f"{pack.board.name}, {day(pack.meeting.date)}: actions",
        (
            f"These actions came of {with_the(pack.board.name)} of {day(pack.meeting.date)}. "
            "Please say if one of yours is not as you understood it.",
            "\n".join(listed_here),
            f"{count_in_figures(more, 'more action')} of restricted business: in the minutes."
            if more
            else "",
        ),
    )


def _draft(
    pack: AgendaPack | MinutesPack, to: Sequence[Recipient], subject: str, parts: Sequence[str]
) -> MailDraft:
    plain = (part.replace("\N{NO-BREAK SPACE}", " ") for part in parts if part)
    closing = "\n".join(part for part in (tidied(pack.author), pack.partnership) if part)
    body = "\n\n".join(part for part in ("Dear all,", *plain, f"Kind regards\n{closing}".rstrip()) if part)
    return MailDraft(tuple(to), subject.replace("\N{NO-BREAK SPACE}", " "), f"{body}\n")
