"""No restricted word is in any file that goes out: unpacked, decoded and unfolded to the last byte."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from pathlib import Path

import pytest
from tests.issuing.marked_meetings import MARKER, MAY, OPEN, MarkedMeeting
from tests.long_runs import many

from boarddesk.issuing.document_kind import Audience, DocumentKind, DocumentQuery
from boarddesk.issuing.registry import DOCUMENT_KINDS, kind_of
from boarddesk.rules.refused import Refused

QUICK, LONG = 6, 200
ALSO_PUBLIC = ("update", "publication", "calendar", "notice", "minutes-notice", "action-list")
"""An e-mail's text is what is copied to the clipboard, too."""


def outputs(made: MarkedMeeting) -> Iterator[tuple[str, bytes]]:
    """Every file for everybody there is of a meeting, by its kind and its ending."""
    query = DocumentQuery(MAY, board_id=made.board_id, meeting_id=made.meeting_id, copy=Audience.PUBLIC)
    for kind in DOCUMENT_KINDS:
        if not (kind.can_be_published or kind.key in ALSO_PUBLIC):
            continue
        for ending, content in _written(kind, query, made):
            yield f"{kind.key}{ending}", content


def _written(kind: DocumentKind, query: DocumentQuery, made: MarkedMeeting) -> Iterator[tuple[str, bytes]]:
    with suppress(Refused):  # of a meeting that is over there is no notice, and no pack without papers
        prepared = kind.prepare(made.file, query)
        for ending in kind.forms:
            if ending != ".pdf":
                yield ending, prepared.written(ending)


def unpacked(content: bytes) -> Iterator[bytes]:
    """A file, what is packed in it, its text without tags, and its parts decoded."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            for name in pack.namelist():
                yield name.encode()
                yield from unpacked(pack.read(name))
    elif content.lstrip()[:1] == b"<":
        yield re.sub(rb"<[^>]*>", b"", content)
    elif b"BEGIN:VCALENDAR" in content:
        yield re.sub(rb"\r?\n[ \t]", b"", content)
    elif b"MIME-Version" in content:
        for part in message_from_bytes(content).walk():
            inside = part.get_payload(decode=True)
            if isinstance(inside, bytes):
                yield from unpacked(inside)


def found_in(content: bytes, word: str) -> bool:
    return any(word.encode(coding) in part for part in unpacked(content) for coding in ("utf-8", "utf-16-le"))


@pytest.mark.parametrize("seed", range(QUICK))
def test_no_restricted_word_is_in_any_file_that_goes_out(seed: int, tmp_path: Path) -> None:
    _none_is_found(seed, tmp_path)


@pytest.mark.soak
def test_no_restricted_word_is_in_any_file_of_two_hundred_meetings(tmp_path: Path) -> None:
    for seed in range(QUICK, many(LONG)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        _none_is_found(seed, folder)


def _none_is_found(seed: int, tmp_path: Path) -> None:
    made = MarkedMeeting(tmp_path / "office.boarddesk", seed)
    with made.file:
        written = dict(outputs(made))
        leaked = [name for name, content in written.items() if found_in(content, MARKER)]
        assert not leaked
        assert {"minutes.docx", "minutes.html", "update.docx", "update.html"} <= set(written)
        if OPEN in _member(made).decode("utf-8"):
            assert found_in(written["minutes.html"], OPEN)


def test_the_copy_for_members_has_the_words_the_published_one_withholds(tmp_path: Path) -> None:
    made = MarkedMeeting(tmp_path / "office.boarddesk", 1)
    with made.file:
        assert found_in(_member(made), MARKER)


def _member(made: MarkedMeeting) -> bytes:
    query = DocumentQuery(MAY, meeting_id=made.meeting_id)
    return kind_of("minutes").prepare(made.file, query).written(".html")
