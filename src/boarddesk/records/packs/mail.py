"""Gathers whom an e-mail around a meeting goes to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boarddesk.records.agenda.returns import missing_returns
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.circulating import circulations
from boarddesk.records.packs.agenda import agenda_pack
from boarddesk.records.packs.minutes import minutes_pack
from boarddesk.records.people import people
from boarddesk.records.registers.reading import register, replies, with_expected_rolls
from boarddesk.rules.mail import (
    MailDraft,
    Recipient,
    action_list,
    calling_notice,
    late_forms,
    minutes_notice,
    pack_notice,
    recipients,
    reply_reminder,
)
from boarddesk.rules.owners import OwnerKind


def notice_draft(file: OfficeFile, meeting_id: str, *, today: date, with_agenda: bool) -> MailDraft:
    """The calling notice, to everybody who has a seat or deputises for one that day."""
    pack = agenda_pack(file, meeting_id, today=today)
    return calling_notice(pack, _everybody(file, meeting_id), with_agenda=with_agenda)


def pack_draft(file: OfficeFile, meeting_id: str, *, today: date) -> MailDraft:
    """What goes with the pack, to the same."""
    pack = agenda_pack(file, meeting_id, today=today)
    return pack_notice(pack, _everybody(file, meeting_id))


def reminder_draft(file: OfficeFile, meeting_id: str, *, today: date) -> MailDraft:
    """To those who were asked and have not replied."""
    pack = agenda_pack(file, meeting_id, today=today)
    silent = pack.replies.silent if pack.replies else ()
    return reply_reminder(pack, _addressed(file, [row.person_id for row in silent]))


def late_forms_draft(file: OfficeFile, meeting_id: str, *, today: date) -> MailDraft:
    """To the leads of the areas that have not reported, as far as they are people of the office."""
    pack = agenda_pack(file, meeting_id, today=today)
    missing = missing_returns(file, meeting_id)
    emails = {person.name.casefold(): person.email for person in people(file)}
    leads = dict.fromkeys(lead for area in missing for lead in area.leads)
    to = recipients((lead, emails.get(lead.casefold(), "")) for lead in leads)
    return late_forms(pack, missing, to, due=pack.papers_due)


def minutes_draft(file: OfficeFile, meeting_id: str, *, today: date) -> MailDraft:
    """What goes with the draft minutes, to everybody the meeting was called with."""
    pack = minutes_pack(file, meeting_id, today=today)
    known = circulations(file, meeting_id)
    until = known[0].corrections_by if known else None  # the last that went round
    return minutes_notice(pack, _everybody(file, meeting_id), corrections_by=until)


def action_list_draft(file: OfficeFile, meeting_id: str, *, today: date) -> MailDraft:
    """Who does what, to everybody the meeting was called with and whoever else has an action of it."""
    pack = minutes_pack(file, meeting_id, today=today)
    held = [holding for action in pack.actions for holding in action.held_by]
    owners = [each.owner.id if each.owner.kind is OwnerKind.PERSON else each.holder_id for each in held]
    to = {each.name: each for each in (*_everybody(file, meeting_id), *_addressed(file, owners))}
    return action_list(pack, tuple(to.values()))


def _everybody(file: OfficeFile, meeting_id: str) -> tuple[Recipient, ...]:
    """The holders of all seats on the day, and the deputies who were named."""
    (roll,) = with_expected_rolls(file, [register(file, meeting_id)])
    deputies = [reply.deputy_id for reply in replies(file, meeting_id)]
    return _addressed(file, [*(row.person_id for row in roll.rows), *deputies])


def _addressed(file: OfficeFile, person_ids: Iterable[str | None]) -> tuple[Recipient, ...]:
    known = {person.id: person for person in people(file)}
    found = [known[person_id] for person_id in person_ids if person_id in known]
    return recipients((person.name, person.email) for person in found)
