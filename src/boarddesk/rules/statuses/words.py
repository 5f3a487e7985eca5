"""Reads a status out of a word, a letter or a shade of colour, and says where two could be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from boarddesk.rules.statuses.shades import Shade, hex_of, shade
from boarddesk.rules.statuses.status import SCHEMES, Scheme, Status, StatusIs


@dataclass(frozen=True)
class Reading:
    """What was read: one status, or several that could be meant, or none; `said` is what stood there."""

    said: str
    status: Status | None = None
    could_be: tuple[Status, ...] = ()

    @property
    def explained(self) -> str:
        """Why no status was taken, as a sentence; empty where one was, or where nothing stood there."""
        if self.status or not self.said:
            return ""
        if self.could_be:
            labels = [f"“{status.label}”" for status in self.could_be]
            return f"{self.said} could mean {', '.join(labels[:-1])} or {labels[-1]}."
        return f"{self.said} is no status of this scheme."


_TO_COME: Final = re.compile(
    r"(?<!not )\b(?:will|can|should|is expected to|are expected to|to|is due to|due to)(?: still)? be"
    r" (?:met|done|completed?|finished|achieved|delivered|embedded|implemented|closed)\b"
)
"""What is still to be done says nothing of being done: *will be finished in time*."""

_COLOURS: Final = {
    StatusIs.COMPLETE: "blue",
    StatusIs.ON_COURSE: "green",
    StatusIs.AT_RISK: "amber",
    StatusIs.OFF_COURSE: "red",
    StatusIs.NOT_STARTED: "pink",
    StatusIs.NOT_KNOWN: "grey",
}

_WORDS: Final = {
    StatusIs.COMPLETE: "met|complete|completed|done|achieved|delivered|closed|finished|fully met|implemented"
    "|embedded|blue|b",
    StatusIs.ON_COURSE: "on track|on plan|on course|on target|on schedule|progressing well|in time"
    "|as planned|to time"
    "|to plan|green|g",
    StatusIs.AT_RISK: "partially met|partly met|partially|partial|part met|part complete|at risk|some risk"
    "|slippage|slipped|slipping|behind|behind schedule|behind plan|behind target"
    "|some delay|minor delay|amber|yellow|orange|a|y",
    StatusIs.OFF_COURSE: "not on track|off track|off course|not met|not achieved|not complete|not completed"
    "|missed|delayed|overdue|late|cannot be|will not be|significant delay|stalled|stuck|serious risk"
    "|high risk|blocked|red|r",
    StatusIs.NOT_STARTED: "not started|to do|not yet started|to be started|yet to start|to start|not begun"
    "|not yet begun|no progress yet|not due|not yet due|pink|white",
    StatusIs.NOT_KNOWN: "not known|unknown|no data|no update|not reported|awaiting update|not available|grey"
    "|gray",
}
_IS_OF: Final = {word: is_a for is_a, words in _WORDS.items() for word in words.split("|")}

_COLOUR_WORDS: Final = frozenset(
    ["blue", "green", "amber", "yellow", "orange", "red", "pink", "white", "grey", "gray"]
)

_SHAPES_IN_COLOUR: Final = str.maketrans(
    {
        sign: f" {colour} "
        for signs, colour in (
            ("🔴🟥❤", "red"),
            ("🟠🟧🟡🟨", "amber"),
            ("🟢🟩💚", "green"),
            ("🔵🟦💙", "blue"),
            ("⚪⬜", "white"),
            ("✓✔☑✅", "complete"),
        )
        for sign in signs
    }
)
"""Circles and squares that are themselves a colour, and ticks, as the words they stand for."""

_SHADES: Final = {
    StatusIs.ON_COURSE: "00B050 92D050 C6E0B4 70AD47 00FF00 008000 A9D18E 538135 385723 28A197 C6EFCE 00CC66",
    StatusIs.AT_RISK: "FFC000 FFFF00 ED7D31 F4B083 FFE599 FFD966 FFBF47 FF9900 F7CAAC FFFF99 FFEB9C BF8F00"
    " FFF2CC E36C0A C55A11",
    StatusIs.OFF_COURSE: "FF0000 C00000 FF5050 FF7C80 B10E1E FFC7CE 800000 D9534F",
    StatusIs.COMPLETE: "0070C0 00B0F0 4472C4 002060 5B9BD5 9DC3E6 003078 8EAADB 2F5496 B4C6E7 0000FF 00FFFF"
    " 1F3864",
    StatusIs.NOT_STARTED: "FF66CC FFC0CB FF99CC FF00FF FFCCFF F5B7D4",
}
"""The shades of Word's and Excel's own palettes, by what councils mean with them."""

_GREY: Final = 16.0
"""Below this strength a fill is white, grey or a pale band of a table, and no status."""

_SAME: Final = 4.0
_FAR: Final = 26.0
_TOO_CLOSE: Final = 8.0


_LONGEST_OPENING: Final = 120
"""More than any phrase takes at the head of a report, however it is spaced."""

_LONGEST_NAME: Final = 80
_FIGURE: Final = re.compile("[0-9]")
"""No shipped status is named at such length, and none with a figure."""

_SPACE: Final = re.compile(r"[\s_‐‑‒–—-]+")
_SLASH: Final = re.compile(" ?/ ?")
_NAME_OF_STATUS: Final = re.compile(r"^(?:rag|brag|status|rating)\s*[:=]\s*")
_AROUND: Final = re.compile(r"^[\W_]+|[\W_]+$")
_FEW_LETTERS: Final = re.compile(r"[^a-z?]*([a-z?])[^a-z?]*(?:([a-z?])[^a-z?]*)?")


@lru_cache(maxsize=4096)
def read_word(text: str, scheme: Scheme) -> Reading:
    """The status a cell's words name: a label, what it means, its letter, a colour, or words councils use."""
    word = _plain(text)
    said = f"“{' '.join(text.split())[:60]}”" if word else ""
    for found in (_by_name(word, scheme), _by_letter(word, scheme), _by_use(word, scheme)):
        if found:
            return _one_of(said, found)
    named = _all_named(word, scheme)
    return _one_of(said, [status for status in scheme.statuses if status in named])


def is_named(text: str) -> bool:
    """Whether a text is, as a whole, a word, letter or colour for a status of some shipped scheme."""
    if _FIGURE.search(text) or (len(text) > _LONGEST_NAME and text[0].isalnum() and text[-1].isalnum()):
        return False
    word = _plain(text)
    return word in _shipped_words() or _letters_in(word) in _shipped_letters()


@cache
def _shipped_words() -> frozenset[str]:
    """Every label and meaning of the shipped schemes, and the words in use for their statuses."""
    statuses = [status for scheme in SCHEMES for status in scheme.statuses]
    own = (words for status in statuses for words in (status.label, status.key, status.meaning) if words)
    kinds = {status.is_a for status in statuses}
    return frozenset(map(_plain, own)) | {word for word, is_a in _IS_OF.items() if is_a in kinds}


@cache
def _shipped_letters() -> frozenset[str]:
    """The letters of the shipped statuses; two letters also the other way round."""
    letters = {status.letter.lower() for scheme in SCHEMES for status in scheme.statuses if status.letter}
    return frozenset(letters | {pair[::-1] for pair in letters})


def kind_named(text: str) -> StatusIs | None:
    """What a few words say a status is, whatever the scheme: the first phrase that councils use for one.

    Colours and letters say nothing by themselves here, for a key may give them any meaning.
    """
    word = _TO_COME.sub(" ", _plain(text))
    places = [
        (found.start(), -len(phrase), is_a)
        for phrase, is_a in _IS_OF.items()
        if len(phrase) > 2 and phrase in word and phrase not in _COLOUR_WORDS
        if (found := re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", word))
    ]
    return min(places)[2] if places else None


def kind_of_sign(sign: str) -> StatusIs | None:
    """What a colour, its letter or a coloured shape says a status is where nothing explains it."""
    word = _plain(sign)
    return _IS_OF.get(word) if word in _COLOUR_WORDS or len(word) == 1 else None


def colour_of(sign: str) -> str:
    """The colour's name that a sign stands for: `red` for 🔴, R or Red; else empty."""
    is_a = kind_of_sign(sign)
    return _COLOURS[is_a] if is_a else ""


def read_opening(text: str, scheme: Scheme) -> Reading:
    """The status that begins a report of progress, as in `Partially met: lack of regular participation`."""
    openings, phrases = _openings(scheme)
    found = openings.match(_plain(text.lstrip()[:_LONGEST_OPENING]))
    return _one_of(f"“{found[0]}”", phrases[found[0]]) if found else Reading("")


@lru_cache(maxsize=32)
def _openings(scheme: Scheme) -> tuple[re.Pattern[str], Mapping[str, list[Status]]]:
    """What a report may begin with, the longest phrase first, and the statuses each phrase names."""
    phrases = {phrase: statuses for phrase, statuses in _phrases(scheme) if len(phrase) > 2}
    longest_first = map(re.escape, sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?:{'|'.join(longest_first)})(?!\w)"), phrases


@lru_cache(maxsize=1024)
def read_fill(fill: str | None, scheme: Scheme) -> Reading:
    """The status a cell's colour shows; white, greys and pale bands of a table are no status."""
    digits = hex_of(fill)
    if not digits:
        return Reading("")
    seen = shade(digits)
    own = sorted((seen.distance(shade(status.fill)), at) for at, status in enumerate(scheme.statuses))
    if own and own[0][0] <= _SAME and seen.strength > _SAME * 2:
        return Reading(digits, scheme.statuses[own[0][1]])
    if seen.strength < _GREY:
        return Reading("")
    return _one_of(f"The shade {digits}", _nearest(seen, scheme))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Small letters, plain hyphens as spaces, no punctuation at the ends."""
    small = text.lower()
    if not small.isascii():
        small = small.translate(_SHAPES_IN_COLOUR).replace("\ufe0f", "").replace("’", "'")
    small = _SLASH.sub("/", _SPACE.sub(" ", small).strip())
    return _AROUND.sub("", _NAME_OF_STATUS.sub("", small.strip()))


def _one_of(said: str, found: Iterable[Status]) -> Reading:
    statuses = tuple(dict.fromkeys(found))
    if len(statuses) == 1:
        return Reading(said, statuses[0])
    return Reading(said, could_be=statuses)


def _by_name(word: str, scheme: Scheme) -> list[Status]:
    """Statuses with this very label or key, else those that mean these words."""
    named = [status for status in scheme.statuses if word in (_plain(status.label), _plain(status.key))]
    return named or [
        status for status in scheme.statuses if status.meaning and word == _plain(status.meaning)
    ]


def _by_letter(word: str, scheme: Scheme) -> list[Status]:
    letters = _letters_in(word)
    either = (letters, letters[::-1])
    return [status for status in scheme.statuses if letters and status.letter.lower() in either]


def _letters_in(word: str) -> str:
    """The one or two letters of a word that has no more of them; else empty."""
    found = _FEW_LETTERS.fullmatch(word)
    return "".join(found.groups("")) if found else ""


def _by_use(word: str, scheme: Scheme) -> list[Status]:
    is_a = _IS_OF.get(word)
    found = [status for status in scheme.statuses if status.is_a is is_a]
    colour = [status for status in found if _plain(status.label) == _COLOURS.get(status.is_a)]
    return colour or found


def _phrases(scheme: Scheme) -> Iterator[tuple[str, list[Status]]]:
    """Everything that can be said of the statuses of a scheme; its own labels last, so that they win."""
    for phrase in _IS_OF:
        found = _by_use(phrase, scheme)
        if found:
            yield phrase, found
    for status in scheme.statuses:
        yield _plain(status.label), [status]


@lru_cache(maxsize=64)
def _named_by(scheme: Scheme) -> tuple[tuple[str, re.Pattern[str], list[Status]], ...]:
    """The phrases of a scheme that can stand in a text, the longest first, each compiled once."""
    longest_first = sorted(dict(_phrases(scheme)).items(), key=lambda pair: -len(pair[0]))
    return tuple(
        (phrase, re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)"), statuses)
        for phrase, statuses in longest_first
        if len(phrase) > 2
    )


def _all_named(word: str, scheme: Scheme) -> list[Status]:
    """Statuses whose words stand anywhere in the text, a longer phrase hiding the shorter ones inside it."""
    found: list[Status] = []
    rest = word
    for phrase, pattern, statuses in _named_by(scheme):
        if phrase in rest and pattern.search(rest):
            found += statuses
            rest = rest.replace(phrase, " ")
    return found


def _nearest(seen: Shade, scheme: Scheme) -> list[Status]:
    """The statuses of the nearest family of shades; two families where they lie about as near."""
    return [status for is_a in _families_near(seen) for status in _of_kind(is_a, seen, scheme)]


@lru_cache(maxsize=512)
def _families_near(seen: Shade) -> tuple[StatusIs, ...]:
    reach = {
        is_a: min(seen.distance(shade(code)) for code in shades.split()) for is_a, shades in _SHADES.items()
    }
    best = min(reach.values())
    return tuple(is_a for is_a, far in reach.items() if best <= _FAR and far - best < _TOO_CLOSE)


def _of_kind(is_a: StatusIs, seen: Shade, scheme: Scheme) -> list[Status]:
    """The statuses of one kind; of several, the one with the nearest fill."""
    found = [status for status in scheme.statuses if status.is_a is is_a]
    return [min(found, key=lambda status: seen.distance(shade(status.fill)))] if found else []
