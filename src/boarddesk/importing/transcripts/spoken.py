"""The lines of a transcript, in whichever of the ways people's programs write who spoke, when and what."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.minutes.transcript import SpokenLine
from boarddesk.rules.wording import one_line

_TIME: Final = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?"
_CUE: Final = re.compile(r"^\W*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,]\d+)?\s*-->\s*[\d:.,]+", re.ASCII)
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]+)*\s+([^>]*)>(.*?)(?=</v>|<v[.\s]|$)", re.DOTALL)
_TAG: Final = re.compile(r"</?[a-z][^<>]*>|<\d[\d:.]*>", re.IGNORECASE)
_NAME: Final = r"(?P<speaker>[^\W\d_][^:\n]{0,79}?)"
_HEADS: Final = (
    re.compile(rf"^\[(?P<speaker>[^\]\n]{{1,80}})\]\s*{_TIME}$", re.ASCII),  # Zoom's saved captions
    re.compile(rf"^{_NAME}(?:\s{{2,}}|\t|\s[|–-]\s){_TIME}$"),  # Teams, in Word
    re.compile(rf"^{_NAME}\s{_TIME}$"),
)
_BEFORE: Final = re.compile(rf"^[\[(]?{_TIME}[\])]?[\s–-]+{_NAME}:\s+(?P<text>\S.*)$")
_SAID: Final = re.compile(rf"^{_NAME}:\s+(?P<text>\S.*)$", re.DOTALL)
_NOTICE: Final = re.compile(r"\b(?:started|stopped) (?:the )?transcription$", re.IGNORECASE)
_SMALL: Final = frozenset(
    {"de", "la", "van", "von", "der", "den", "al", "bin", "da", "di", "of", "the", "and", "for"}
)
_MOST_WORDS, _FEWEST = 8, 2


@dataclass
class _Speech:
    """What is being gathered of one speaker."""

    seconds: int | None
    speaker: str
    words: list[str]

    def said(self) -> Iterator[SpokenLine]:
        text = one_line(" ".join(self.words))
        if text:
            yield SpokenLine(self.seconds, one_line(self.speaker), text)


def spoken(lines: Sequence[str]) -> Iterator[SpokenLine]:
    """What was said, whichever way it is written; nothing where this is no transcript."""
    if any(_CUE.match(line) for line in lines):
        yield from _cues(lines)
    elif any(_head(line) or _before(line) for line in lines):
        yield from _under_heads(lines)
    else:
        yield from _without_times(lines)


def opening(lines: Sequence[str]) -> list[str]:
    """What stands before anybody speaks: a title, a day."""
    first = next((at for at, line in enumerate(lines) if _CUE.match(line) or _head(line) or _before(line)), 0)
    return [line.strip() for line in lines[:first] if line.strip()]


def _cues(lines: Sequence[str]) -> Iterator[SpokenLine]:
    """Cues of WebVTT and its like: a time from and to, then who and what; ids are passed over."""
    at: int | None = None
    words: list[str] = []
    speaker = ""
    for line in [*lines, "", "0:00 --> 0:00"]:
        cue = _CUE.match(line)
        if cue or not line.strip():
            for said in _voices(at, "\n".join(words), speaker):
                speaker = said.speaker
                yield said
            words = []
            # What follows an empty line is the id of the next cue, or a note.
            at = _seconds(cue.groups()) if cue else None
        elif at is not None:
            words.append(line.strip())


def _voices(at: int | None, payload: str, speaker: str) -> Iterator[SpokenLine]:
    voices = _VOICE.findall(payload)
    if voices:
        for name, words in voices:
            yield from _Speech(at, html.unescape(name), [_bare(words)]).said()
        return
    plain = _bare(payload)
    name, newline, rest = plain.partition("\n")
    named = _SAID.match(plain)
    if named and _is_name(named["speaker"]):
        yield from _Speech(at, named["speaker"], [named["text"]]).said()
    elif newline and _is_name(name) and _is_in_full(name):  # Teams, in older Word documents
        yield from _Speech(at, name, [rest]).said()
    else:
        yield from _Speech(at, speaker, [plain]).said()


def _under_heads(lines: Sequence[str]) -> Iterator[SpokenLine]:
    """A line with who and when, and under it what was said."""
    held: _Speech | None = None
    for line in (line.strip() for line in lines):
        found = _head(line) or _before(line)
        if found or _NOTICE.search(line):
            if held:
                yield from held.said()
            held = found
        elif held:
            held.words.append(line)
    if held:
        yield from held.said()


def _without_times(lines: Sequence[str]) -> Iterator[SpokenLine]:
    """`Name: what was said`, if most lines are so and somebody speaks twice."""
    written = [line.strip() for line in lines if line.strip()]
    named = [match for line in written if (match := _SAID.match(line)) and _is_name(match["speaker"])]
    again = len(named) > len({match["speaker"] for match in named})
    if len(named) < _FEWEST or not again or len(named) * 2 < len(written):
        return
    held: _Speech | None = None
    for line in written:
        match = _SAID.match(line)
        if match and _is_name(match["speaker"]):
            if held:
                yield from held.said()
            held = _Speech(None, match["speaker"], [match["text"]])
        elif held:
            held.words.append(line)
    if held:
        yield from held.said()


def _head(line: str) -> _Speech | None:
    for pattern in _HEADS:
        match = pattern.match(line.strip())
        if match and _is_name(match["speaker"]):
            times = [part for name, part in zip(_groups(match), match.groups(), strict=True) if not name]
            return _Speech(_seconds(times), match["speaker"], [])
    return None


def _before(line: str) -> _Speech | None:
    match = _BEFORE.match(line.strip())
    if match is None or not _is_name(match["speaker"]):
        return None
    times = [part for name, part in zip(_groups(match), match.groups(), strict=True) if not name]
    return _Speech(_seconds(times), match["speaker"], [match["text"]])


def _groups(match: re.Match[str]) -> list[str]:
    named = {at: name for name, at in match.re.groupindex.items()}
    return [named.get(at, "") for at in range(1, match.re.groups + 1)]


def _seconds(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds


def _is_name(text: str) -> bool:
    """Somebody's name, or that of a room: few words, each with a capital or in brackets."""
    words = text.replace("(", " ").replace(")", " ").split()
    return 0 < len(words) <= _MOST_WORDS and all(
        word[0].isupper() or word[0].isdigit() or word.casefold() in _SMALL or not word[0].isalpha()
        for word in words
    )


def _is_in_full(text: str) -> bool:
    return len(text.split()) > 1 and text[-1] not in ".?!,"


def _bare(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()
