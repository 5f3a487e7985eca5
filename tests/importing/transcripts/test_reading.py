"""Transcripts as Teams and Zoom save them are read to who said what and when; all else is refused calmly."""

from __future__ import annotations

import io
import random
import sys
from datetime import date

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.__main__ import READ_TRANSCRIPT
from boarddesk.importing.transcripts import child
from boarddesk.importing.transcripts.child import read_transcript_apart
from boarddesk.importing.transcripts.reading import read_transcript
from boarddesk.rules.minutes.transcript import SpokenLine
from boarddesk.rules.refused import FileProblem

TEAMS = """WEBVTT

3f2a1b9c-0c3e-4f0a-9a53-0d1a5c2b7e11/10-0
00:00:03.120 --> 00:00:06.400
<v Ann Hale>Good afternoon
everybody.</v>

3f2a1b9c-0c3e-4f0a-9a53-0d1a5c2b7e11/14-0
00:00:06.900 --> 00:00:09.000
<v Ann Hale>Shall we begin &amp; end on time?</v>

00:01:35.000 --> 00:01:39.000
<v Moor, Zoë (NHS Northmoor ICB)>The wait is 23 weeks.</v>
"""
ZOOM = """WEBVTT

1
00:00:16.239 --> 00:00:27.079
Ann Hale: Good afternoon: everybody.

2
00:00:28.000 --> 00:00:30.100
Shall we begin?

3
01:02:03.000 --> 01:02:05.000
Zoë Moor: One thing: the wait is 23 weeks.

NOTE nothing of this is said
"""
CAPTIONS = """[Ann Hale] 13:31:05
Good afternoon everybody.
Shall we begin?

[Zoë Moor] 13:33:00
The wait is 23 weeks.
"""


def as_word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def told(content: str | bytes, name: str = "board.vtt") -> list[tuple[int | None, str, str]]:
    found = read_transcript(content.encode() if isinstance(content, str) else content, name)
    return [(line.seconds, line.speaker, line.text) for line in found.lines]


def test_a_teams_transcript_is_read_and_one_who_goes_on_is_one_line() -> None:
    assert told(TEAMS) == [
        (3, "Ann Hale", "Good afternoon everybody. Shall we begin & end on time?"),
        (95, "Moor, Zoë (NHS Northmoor ICB)", "The wait is 23 weeks."),
    ]


def test_a_zoom_transcript_names_its_speakers_in_the_text() -> None:
    assert told(ZOOM) == [
        (16, "Ann Hale", "Good afternoon: everybody. Shall we begin?"),
        (3723, "Zoë Moor", "One thing: the wait is 23 weeks."),
    ]


def test_captions_saved_from_zoom_give_the_time_of_day() -> None:
    found = read_transcript(CAPTIONS.encode(), "meeting_saved_closed_caption.txt")
    assert found.starts == "13:31"
    assert [(line.seconds, line.speaker) for line in found.lines] == [(5, "Ann Hale"), (120, "Zoë Moor")]
    assert found.lines[0].text == "Good afternoon everybody. Shall we begin?"


def test_a_teams_word_document_gives_its_day_and_its_lines() -> None:
    content = as_word(
        "SEND Improvement Board-20260512_123000-Meeting Recording",
        "May 12, 2026, 1:30PM",
        "1h 2m 3s",
        "Ann Hale started transcription",
        "Ann Hale   0:03\nGood afternoon everybody.\nWe started at 10:30",
        "Zoë Moor   1:01:35\nThe wait is 23 weeks.",
        "Ann Hale stopped transcription",
    )
    found = read_transcript(content, "board.docx")
    assert (found.day, found.starts) == (date(2026, 5, 12), "13:30")
    assert told(content, "board.docx") == [
        (3, "Ann Hale", "Good afternoon everybody. We started at 10:30"),
        (3695, "Zoë Moor", "The wait is 23 weeks."),
    ]


def test_an_older_teams_word_document_is_read_too() -> None:
    content = as_word(
        "0:0:3.0 --> 0:0:6.400\nAnn Hale\nGood afternoon everybody.",
        "0:1:35.0 --> 0:1:39.0\nZoë Moor\nThe wait is 23 weeks.",
    )
    assert told(content, "board.docx") == [
        (3, "Ann Hale", "Good afternoon everybody."),
        (95, "Zoë Moor", "The wait is 23 weeks."),
    ]


@pytest.mark.parametrize(
    ("name", "day", "starts"),
    [
        ("GMT20260512-123005_Recording.transcript.vtt", date(2026, 5, 12), "13:30"),
        ("GMT20261201-133005_Recording.transcript.vtt", date(2026, 12, 1), "13:30"),
        ("SEND Board-20260512_133000-Meeting Recording.vtt", date(2026, 5, 12), "13:30"),
        ("SEND Board-20260512_123000UTC-Meeting Recording.vtt", date(2026, 5, 12), "13:30"),
        ("board 2026-05-12.vtt", date(2026, 5, 12), ""),
        ("board.vtt", None, ""),
    ],
)
def test_the_name_of_a_file_says_its_day_and_its_beginning(name: str, day: date | None, starts: str) -> None:
    found = read_transcript(TEAMS.encode(), name)
    assert (found.day, found.starts) == (day, starts)


def test_a_transcript_without_times_keeps_what_was_said() -> None:
    found = read_transcript(
        b"Ann Hale: Good afternoon.\nZo\xc3\xab Moor: Hello.\nAnn Hale: Shall we?\n", "said.txt"
    )
    assert not found.is_timed
    assert [line.speaker for line in found.lines] == ["Ann Hale", "Zoë Moor", "Ann Hale"]


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "board.vtt", "is empty"),
        (b" \n ", "board.vtt", "is empty"),
        (b"WEBVTT\n\n", "board.vtt", "is not a transcript"),
        (b"Dear all,\nplease find the minutes attached: one file.\nAnn", "mail.txt", "is not a transcript"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "picture.png", "is not a transcript"),
        (b"PK\x03\x04 broken", "board.docx", "damaged"),
        (as_word("Minutes", "The board met on 12 May 2026."), "minutes.docx", "is not a transcript"),
        (b"x" * (21 * 1024 * 1024), "board.vtt", "far bigger"),
    ],
)
def test_what_is_no_transcript_is_refused_with_a_sentence(content: bytes, name: str, why: str) -> None:
    with pytest.raises(FileProblem, match=why):
        read_transcript(content, name)


def test_a_transcript_of_five_megabytes_is_read_apart_whole() -> None:
    cue = "00:00:03.000 --> 00:00:05.000\n<v Person {}>{}</v>\n\n"
    words = "What was said at length, again and again. " * 8
    count = 14_000
    content = "WEBVTT\n\n" + "".join(cue.format(number % 2, words) for number in range(count))
    assert len(content) > 5_000_000
    found = read_transcript_apart(content.encode(), "board.vtt")
    assert len(found.lines) == count


def test_what_is_read_apart_is_what_is_read() -> None:
    assert read_transcript_apart(TEAMS.encode(), "a 2026-05-12.vtt") == read_transcript(
        TEAMS.encode(), "a 2026-05-12.vtt"
    )
    with pytest.raises(FileProblem, match="not a transcript"):
        read_transcript_apart(b"Nothing", "board.vtt")


@given(st.integers(0, 2**32), st.sampled_from([TEAMS, ZOOM, CAPTIONS]))
def test_a_broken_transcript_gives_lines_or_a_sentence(seed: int, whole: str) -> None:
    chance = random.Random(seed)
    content = bytearray(whole.encode())
    for _ in range(chance.randrange(1, 12)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    try:
        found = read_transcript(bytes(content[: chance.randrange(len(content)) + 1]), "board.vtt")
    except FileProblem:
        pass
    else:
        assert all(isinstance(line, SpokenLine) and line.text for line in found.lines)


def test_the_packaged_program_starts_itself_to_read_a_transcript(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command() == [sys.executable, READ_TRANSCRIPT]
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-m", "boarddesk", READ_TRANSCRIPT])
    assert len(read_transcript_apart(TEAMS.encode(), "board.vtt").lines) == 2
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(FileProblem, match="damaged or far bigger"):
        read_transcript_apart(TEAMS.encode(), "board.vtt")
