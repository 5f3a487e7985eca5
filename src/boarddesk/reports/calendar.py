"""The calendar entries of one meeting, or of a year's, as the bytes of an .ics file."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from boarddesk.reports.xml_text import legal
from boarddesk.rules.meetings.calendar import ZONE, CalendarEntry

PRODUCT = "-//BoardDesk//BoardDesk//EN"

_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_GMT, _BST = timedelta(0), timedelta(hours=1)
# The rule since 1996: the clocks change at one in the morning GMT on the last Sundays of March and October.
_SPRING, _AUTUMN = datetime.fromisoformat("1996-03-31T01:00"), datetime.fromisoformat("1996-10-27T02:00")


def calendar_file(*entries: CalendarEntry, today: date) -> bytes:
    """The whole file, stamped with the day it was made: the same entries on one day give the same bytes.

    It cancels where every meeting in it was cancelled; among others a cancelled one says so of itself.
    """
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "CANCEL" if all(entry.cancelled for entry in entries) else "PUBLISH")
    if any(isinstance(entry.start, datetime) for entry in entries):
        whole.add_component(_london())
    for entry in entries:
        whole.add_component(_event(entry, today=today))
    written: bytes = whole.to_ical(sorted=False)
    return written


def uid(meeting_id: str) -> str:
    """The identity by which calendars know the entry again; it stays through every change."""
    return f"{meeting_id}@boarddesk"


def _event(entry: CalendarEntry, *, today: date) -> Event:
    made = Event()
    made.add("uid", uid(entry.meeting_id))
    made.add("dtstamp", datetime.combine(today, time(), UTC))
    made.add("sequence", entry.sequence)
    made.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    _add_moment(made, "dtstart", entry.start)
    _add_moment(made, "dtend", entry.end)
    for name, text in (
        ("summary", entry.summary),
        ("location", entry.place),
        ("description", entry.details),
    ):
        if text:
            made.add(name, legal(text))
    if _ADDRESS.fullmatch(entry.link):  # anything else that people write there stays in the description
        made.add("url", entry.link)
    return made


def _add_moment(event: Event, name: str, moment: date | datetime) -> None:
    """Times carry the name of their zone, so that no table of zones is needed to write them."""
    event.add(name, moment, parameters={"TZID": ZONE} if isinstance(moment, datetime) else {})


def _london() -> Timezone:
    """One rule for summer and one for winter: what every calendar program understands."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    for half, name, begins, was, becomes in (
        (TimezoneDaylight(), "BST", _SPRING, _GMT, _BST),
        (TimezoneStandard(), "GMT", _AUTUMN, _BST, _GMT),
    ):
        half.add("tzname", name)
        half.add("dtstart", begins)
        half.add("tzoffsetfrom", was)
        half.add("tzoffsetto", becomes)
        half.add("rrule", {"freq": "yearly", "bymonth": begins.month, "byday": "-1SU"})
        zone.add_component(half)
    return zone
