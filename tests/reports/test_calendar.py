"""The calendar file as other programs read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import vobject
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from boarddesk.reports.calendar import calendar_file, uid
from boarddesk.rules.meetings.calendar import CalendarEntry

TODAY = date(2026, 6, 1)
ENTRY = CalendarEntry(
    meeting_id="0123456789abcdef",
    sequence=2,
    summary="SIB 2026/27 · 03 – SEND Improvement Board",
    start=datetime.fromisoformat("2026-06-09T13:30"),
    end=datetime.fromisoformat("2026-06-09T15:30"),
    place="Committee room 2; Town Hall, Northmoor",
    link="https://meet.example.org/sib",
    details="To join: https://meet.example.org/sib",
)
WHOLE_DAY = replace(ENTRY, start=date(2026, 6, 9), end=date(2026, 6, 10))

# What a file can hold as it is; the rest is shown as its picture, as in every document.
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t"), min_size=1
)
texts = texts.filter(lambda text: not {"\ufffe", "\uffff"} & set(text))


def read(entry: CalendarEntry) -> Calendar:
    found = Calendar.from_ical(calendar_file(entry, today=TODAY))
    assert isinstance(found, Calendar)
    return found


def event(entry: CalendarEntry) -> Event:
    (found,) = read(entry).events
    return found


def test_it_says_what_the_entry_says() -> None:
    found = event(ENTRY)
    assert (found["SUMMARY"], found["LOCATION"], found["URL"]) == (ENTRY.summary, ENTRY.place, ENTRY.link)
    assert (found["SEQUENCE"], found["STATUS"]) == (2, "CONFIRMED")
    assert read(ENTRY)["METHOD"] == "PUBLISH"


def test_a_cancelled_meeting_is_cancelled_under_the_same_identity() -> None:
    cancelled = replace(ENTRY, cancelled=True, sequence=3)
    assert (read(cancelled)["METHOD"], event(cancelled)["STATUS"]) == ("CANCEL", "CANCELLED")
    assert event(cancelled)["UID"] == event(ENTRY)["UID"] == uid(ENTRY.meeting_id)


def test_the_same_entry_on_one_day_gives_the_same_bytes() -> None:
    assert calendar_file(ENTRY, today=TODAY) == calendar_file(ENTRY, today=TODAY)
    assert event(ENTRY)["DTSTAMP"].dt == datetime(2026, 6, 1, tzinfo=UTC)


def test_a_meeting_without_a_time_is_a_whole_day_and_needs_no_zone() -> None:
    written = calendar_file(WHOLE_DAY, today=TODAY)
    assert b"DTSTART;VALUE=DATE:20260609\r\n" in written
    assert b"DTEND;VALUE=DATE:20260610\r\n" in written
    assert b"VTIMEZONE" not in written


def test_it_names_nobody() -> None:
    written = calendar_file(ENTRY, today=TODAY)
    assert b"ORGANIZER" not in written and b"ATTENDEE" not in written


def test_what_was_typed_as_a_link_and_is_none_becomes_no_address() -> None:
    found = event(replace(ENTRY, link="ask the clerk\r\nATTENDEE:mailto:a@example.org"))
    assert "URL" not in found and "ATTENDEE" not in found


def test_a_character_no_file_can_hold_is_shown_as_its_picture() -> None:
    assert event(replace(ENTRY, place="Room\x002\x0b"))["LOCATION"] == "Room␀2␋"


@given(texts, texts, texts)
def test_any_text_comes_back_as_it_went(summary: str, place: str, details: str) -> None:
    found = event(replace(ENTRY, summary=summary, place=place, details=details))
    assert (found["SUMMARY"], found["LOCATION"], found["DESCRIPTION"]) == (summary, place, details)
    assert not found.errors


@given(texts)
def test_no_line_is_longer_than_calendars_read_and_none_is_cut_inside_a_letter(text: str) -> None:
    written = calendar_file(replace(ENTRY, summary=text * 5, place=text * 9), today=TODAY)
    lines = written.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert lines[-1] == b"" and b"\n" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")


@example(datetime.fromisoformat("2026-03-29T00:59"))
@example(datetime.fromisoformat("2026-03-29T02:00"))
@example(datetime.fromisoformat("2026-10-25T00:59"))
@example(datetime.fromisoformat("2026-10-25T02:00"))
@given(st.datetimes(datetime(2000, 1, 1), datetime(2036, 12, 31)).map(lambda at: at.replace(microsecond=0)))
def test_its_own_zone_tells_the_time_in_london(at: datetime) -> None:
    london = ZoneInfo("Europe/London")
    if at != at.replace(tzinfo=london).astimezone(UTC).astimezone(london).replace(tzinfo=None):
        return  # an hour that the clocks leave out
    written = calendar_file(replace(ENTRY, start=at, end=at + timedelta(hours=1)), today=TODAY)
    # Under a name nobody knows, the rules in the file are all there is to go by.
    found = Calendar.from_ical(written.replace(b"Europe/London", b"Northmoor/Clock"))
    (only,) = found.events
    assert only["DTSTART"].dt.utcoffset() == at.replace(tzinfo=london).utcoffset()


YEAR = (
    ENTRY,
    replace(WHOLE_DAY, meeting_id="1" * 16),
    replace(
        ENTRY,
        meeting_id="2" * 16,
        cancelled=True,
        summary="Cancelled: SIB 2026/27 · 08; “Winter”, Northmoor – SEND Improvement Board" * 2,
        start=datetime.fromisoformat("2026-12-08T13:30"),
        end=datetime.fromisoformat("2026-12-08T15:30"),
    ),
)


def test_a_year_is_one_file_in_which_a_cancelled_meeting_says_so_of_itself() -> None:
    found = Calendar.from_ical(calendar_file(*YEAR, today=TODAY))
    assert found["METHOD"] == "PUBLISH"
    assert [str(one["STATUS"]) for one in found.events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert len(found.walk("VTIMEZONE")) == 1
    assert calendar_file(*YEAR[2:], today=TODAY).count(b"METHOD:CANCEL") == 1


def test_another_program_reads_the_same_year() -> None:
    (whole,) = vobject.readComponents(calendar_file(*YEAR, today=TODAY).decode())
    assert whole.method.value == "PUBLISH"
    for entry, read_back in zip(YEAR, whole.vevent_list, strict=True):
        assert read_back.uid.value == uid(entry.meeting_id)
        assert read_back.sequence.value == str(entry.sequence)
        assert read_back.status.value == ("CANCELLED" if entry.cancelled else "CONFIRMED")
        assert (read_back.summary.value, read_back.location.value) == (entry.summary, entry.place)
        for moment, its in ((read_back.dtstart.value, entry.start), (read_back.dtend.value, entry.end)):
            assert (moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment) == its
    offsets = [event.dtstart.value.utcoffset() for event in (whole.vevent_list[0], whole.vevent_list[2])]
    assert offsets == [timedelta(hours=1), timedelta(0)]


def test_another_program_tells_the_same_moment_on_both_sides_of_each_clock_change() -> None:
    days = ("2026-03-24", "2026-03-31", "2026-10-20", "2026-10-27", "2026-12-29", "2027-03-30")
    entries = [
        replace(
            ENTRY,
            meeting_id=f"{at:016}",
            start=datetime.fromisoformat(f"{day}T13:30"),
            end=datetime.fromisoformat(f"{day}T15:30"),
        )
        for at, day in enumerate(days)
    ]
    (whole,) = vobject.readComponents(calendar_file(*entries, today=TODAY).decode())
    in_utc = [event.dtstart.value.astimezone(UTC).hour for event in whole.vevent_list]
    assert in_utc == [13, 12, 12, 13, 13, 12]
