"""The sentences of the paper check, one for all traces of a kind: `7 tracked changes by Ruth Calder`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from boarddesk.rules.papers.finding import LARGEST, MB, FindingKind, PaperFinding, PaperTrace
from boarddesk.rules.wording import count_in_figures, cut_characters, listed, number

MOST_AUTHORS = 3
MOST_PLACES = 3
LONGEST_PLACE = 60
ORDINARY = re.compile(
    "april|august|autumn|brown|chance|dean|faith|grace|green|grey|hall|hill|hope|hunt|june|long|love|mark|may|moss"
    "|page|park|price|rich|rose|short|summer|wall|white|will|winter|wood|young",
    re.IGNORECASE,
)
"""Names that are words too: alone they name nobody."""


def findings_of(traces: Iterable[PaperTrace], *, names: Sequence[str] = ()) -> tuple[PaperFinding, ...]:
    """One finding a kind, in the order of the kinds; `names` are the people a comment may name."""
    by_kind: dict[FindingKind, list[PaperTrace]] = {}
    for trace in traces:
        by_kind.setdefault(trace.kind, []).append(trace)
    named = _named(names)
    return tuple(
        PaperFinding(kind, _sentence(kind, by_kind[kind], named), _places(by_kind[kind]), len(by_kind[kind]))
        for kind in FindingKind
        if kind in by_kind
    )


def _sentence(kind: FindingKind, traces: Sequence[PaperTrace], named: re.Pattern[str] | None) -> str:
    if kind is FindingKind.COMMENTS:
        return _comments(traces, named)
    if kind is FindingKind.TRACKED_CHANGES:
        return f"{count_in_figures(len(traces), 'tracked change')}{_by(traces)}"
    if kind is FindingKind.METADATA:
        return f"The file keeps {listed(_kept(traces))}"
    if kind in COUNTED:
        one, many = COUNTED[kind]
        return f"{count_in_figures(len(traces), one, many)}{_words_of(kind, traces)}"
    return SENTENCES[kind](traces)


COUNTED = {
    FindingKind.HIDDEN_TEXT: ("passage of hidden text", "passages of hidden text"),
    FindingKind.HIDDEN_CELLS: ("hidden row or column", "hidden rows or columns"),
    FindingKind.HIDDEN_SHEETS: ("hidden sheet", "hidden sheets"),
    FindingKind.HIDDEN_SLIDES: ("hidden slide", "hidden slides"),
    FindingKind.HIDDEN_LAYERS: ("hidden layer", "hidden layers"),
    FindingKind.SPEAKER_NOTES: ("slide with speaker notes", "slides with speaker notes"),
    FindingKind.EMBEDDED: ("embedded object", "embedded objects"),
    FindingKind.FILE_LINKS: ("link to a file share", "links to file shares"),
    FindingKind.PLACEHOLDERS: ("left-over placeholder", "left-over placeholders"),
}
WITH_WORDS = {
    FindingKind.HIDDEN_SHEETS,
    FindingKind.HIDDEN_LAYERS,
    FindingKind.EMBEDDED,
    FindingKind.PLACEHOLDERS,
}


def _size(traces: Sequence[PaperTrace]) -> str:
    return f"{int(traces[0].words) / MB:.0f} MB: many mailboxes refuse more than 20 MB"


def _accessibility(traces: Sequence[PaperTrace]) -> str:
    """`No tags; 3 pictures without alternative text`."""
    counted: dict[str, int] = {}
    for trace in traces:
        counted[trace.what] = counted.get(trace.what, 0) + 1
    said = [
        count_in_figures(times, "picture without alternative text", "pictures without alternative text")
        if what == NO_ALT
        else what
        for what, times in counted.items()
    ]
    return "; ".join([said[0][:1].upper() + said[0][1:], *said[1:]])


NO_ALT = "no alternative text"
SENTENCES: dict[FindingKind, Callable[[Sequence[PaperTrace]], str]] = {
    FindingKind.PASSWORD: lambda _: "Opens only with a password, so nobody has looked inside",
    FindingKind.DAMAGE: lambda _: "The file is damaged and was mended to be read",
    FindingKind.UNCHECKED: lambda traces: f"Not checked: {listed(_distinct(traces, 'what'))}",
    FindingKind.MACROS: lambda traces: f"Holds {listed(_distinct(traces, 'what'))}",
    FindingKind.PROTECTION: lambda _: "Protected against changes, which keeps readers’ tools from its text",
    FindingKind.ACCESSIBILITY: _accessibility,
    FindingKind.SIZE: _size,
}


def _comments(traces: Sequence[PaperTrace], named: re.Pattern[str] | None) -> str:
    naming = sum(bool(named and named.search(trace.words)) for trace in traces)
    said = count_in_figures(len(traces), "comment")
    if not naming:
        return f"{said}{_by(traces)}"
    if len(traces) == 1:
        return f"{said}, which names a person"
    return f"{said}, {number(naming)} {'names' if naming == 1 else 'name'} a person"


def _named(names: Sequence[str]) -> re.Pattern[str] | None:
    """Full names as they are, and single parts of them that are no words of their own, with their capital."""
    whole = {name.strip() for name in names if " " in name.strip()}
    parts = {part for name in names for part in re.findall(r"[^\W\d_][\w’'-]{2,}", name)}
    parts = {part for part in parts if part[0].isupper() and not ORDINARY.fullmatch(part)}
    known = sorted({*whole, *parts}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b") if known else None


def _by(traces: Sequence[PaperTrace]) -> str:
    authors = _distinct(traces, "who")
    if not authors:
        return ""
    return f" by {listed(authors) if len(authors) <= MOST_AUTHORS else f'{len(authors)} people'}"


def _kept(traces: Sequence[PaperTrace]) -> list[str]:
    """`the author Ruth Calder`, then the paths; who is both author and last author is said once."""
    said: dict[str, str] = {}
    for trace in traces:
        what = cut_characters(trace.who or trace.words, LONGEST_PLACE)
        said.setdefault(what, f"{trace.what} {what}")
    return _first(list(said.values()))


def _words_of(kind: FindingKind, traces: Sequence[PaperTrace]) -> str:
    said = _distinct(traces, "words") if kind in WITH_WORDS else []
    if not said:
        return ""
    return f": {listed(_first([f'“{cut_characters(words, 40)}”' for words in said]))}"


def _places(traces: Sequence[PaperTrace]) -> str:
    """The first places, and how many more there are."""
    known = _distinct(traces, "place")
    return listed(_first([cut_characters(place, LONGEST_PLACE) for place in known]))


def _first(said: Sequence[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = len(said) - MOST_PLACES
    return [*said[:MOST_PLACES], f"{more} more"] if more > 0 else list(said)


def _distinct(traces: Sequence[PaperTrace], field: str) -> list[str]:
    return [said for said in dict.fromkeys(str(getattr(trace, field)) for trace in traces) if said]


def too_large(name: str, size: int) -> str:
    """Why a paper of hundreds of megabytes is not taken in: the office's file has to stay easy to keep."""
    return (
        f"“{name}” has {size / MB:,.0f} MB; a paper may have {LARGEST // MB}. Make its pictures smaller "
        "(in Word: File, Compress pictures), or save it as a PDF, and drop that."
    )


FOREMOST = (9, 4, 3, 1)
"""The rules whose breach is named first: words for pictures, header rows, headings, a title."""


def not_for_everybody(breaches: Sequence[tuple[int, str, str]]) -> PaperFinding | None:
    """What keeps somebody from reading a Word document, in one finding: rule, sentence and place of each."""
    if not breaches:
        return None
    rank = {rule: place for place, rule in enumerate(FOREMOST)}
    first = min(breaches, key=lambda breach: rank.get(breach[0], len(rank)))
    said, more = first[1].rstrip("."), len(breaches) - 1
    others = (
        f", and {count_in_figures(more, 'more thing keeps', 'more things keep')} somebody from reading it"
    )
    places = [breach[2] for breach in breaches if breach[0] == first[0]]
    found = f"{said}{others if more else ''}"
    return PaperFinding(FindingKind.ACCESSIBILITY, found, listed(_first(places)), len(breaches))
