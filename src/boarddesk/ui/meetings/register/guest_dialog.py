"""Somebody in attendance without a seat: added on the fly, changed or taken off again."""

from __future__ import annotations

from boarddesk.records import people
from boarddesk.records.agenda.items import item_titles
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.points import hours_of
from boarddesk.rules.names.matching import match
from boarddesk.rules.registers.register import Guest
from boarddesk.ui.meetings.register.point_fields import point_fields
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import Form, FormField

_POINT = "Optional: an item or a time."


def guest_form(file: OfficeFile, meeting_id: str, *, guest: Guest | None = None) -> Form:
    """Adds a guest to a meeting's register, or changes the one given."""
    known, register, everybody = (
        guest or Guest("", ""),
        registers.register(file, meeting_id),
        people.people(file),
    )
    seated = {row.person_id for row in register.rows if row.person_id}

    def seat_of_that_name(given: Answers) -> str:
        """A hint where the name is that of somebody with a seat here; a guest may well be called the same."""
        for person in match(given.text("name"), everybody).namesakes if given.text("name") else ():
            if person.id in seated:
                return (
                    f"{person.name} has a seat on this register: mark that row, unless it is somebody else."
                )
        return ""

    def write(given: Answers) -> None:
        fields = {
            "organisation": given.text("organisation"),
            "purpose": given.text("purpose"),
            "arrived": given.text("part_from"),
            "departed": given.text("part_to"),
        }
        if guest is None:
            attendance.add_guest(file, meeting_id, given.text("name"), **fields)
        else:
            attendance.update_guest(file, guest.id, name=given.text("name"), **fields)

    def remove(_given: Answers) -> None:
        if guest is not None:
            attendance.remove_guest(file, guest.id)

    about = "Optional, such as “item 5” or “minutes”."
    return Form(
        "guest",
        "Change guest" if guest else "Add guest",
        write,
        [
            FormField(
                "name",
                "Name",
                value=known.name,
                offers=[person.name for person in everybody],
                understood=seat_of_that_name,
            ),
            FormField("organisation", "Organisation", value=known.organisation, hint="Optional."),
            FormField("purpose", "What for", value=known.purpose, hint=about, beside=True),
            *point_fields(
                FormField("part_from", "Arrived", value=known.arrived, hint=_POINT),
                FormField("part_to", "Left", value=known.departed, hint=_POINT),
                hours=hours_of(register.meeting),
                items=item_titles(file, meeting_id),
            ),
        ],
        under="In attendance: holds no seat, counts for nothing.",
        instead=(lambda _given: "Remove guest" if guest else "", remove),
    )
