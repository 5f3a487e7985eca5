"""Areas of a plan, decided once its rows are known: by what governs them, with the refs as witness."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from boarddesk.importing.owners import separated
from boarddesk.importing.plan.area_words import STRUCTURE, WEAK, AreaWords
from boarddesk.importing.plan.rows import Row
from boarddesk.rules.imports.contents import FoundArea
from boarddesk.rules.names.likeness import alike


class Origin(Enum):
    """Where a line stands that may name an area."""

    TEXT = auto()
    CARD = auto()
    BANNER = auto()
    ABOVE = auto()
    COLUMN = auto()
    SHEET = auto()


@dataclass
class Line:
    """A line of the document outside the plan's rows; level 0 is body text.

    `words` is how it reads as an area, `said` whether the person says that it is one.
    """

    text: str
    place: str
    origin: Origin
    level: int = 0
    words: AreaWords | None = None
    said: bool = False
    repeats: bool = True

    @property
    def heads(self) -> bool:
        """Whether it stands out as a heading does."""
        return self.level > 0 or self.origin is not Origin.TEXT

    @property
    def sort(self) -> Sort | None:
        """What kind of heading it is: lines of one kind name the areas of a document."""
        if self.words is None:
            return None
        if self.said:
            return Sort("said")
        if self.words.noun:
            return Sort("numbered" if self.words.number else "named", self.words.noun)
        if self.origin in (Origin.COLUMN, Origin.SHEET):
            return Sort(self.origin.name.lower())
        if not self.heads:
            return None
        return Sort("counted" if self.words.number else "plain", self.origin.name, self.level)


@dataclass(frozen=True)
class Sort:
    """A kind of heading: its form, its noun or origin, its level."""

    form: str
    of: str = ""
    level: int = 0


Event = Line | Row

SEVERAL = "*"
"""The noun of a sort that several nouns make: `Priority Action 1` and `Area for Improvement 1`."""


def is_of(line: Line, sort: Sort | None) -> bool:
    """Whether a line is a heading of that kind."""
    own = line.sort
    if own is None or sort is None:
        return False
    if sort.of == SEVERAL:
        return own.form == sort.form and own.of not in STRUCTURE | WEAK
    return own == sort


BASES = {
    "said": 50.0, "numbered": 4.0, "named": 3.0, "column": 3.0, "plain": 1.2, "sheet": 2.5, "counted": 1.6,
}  # fmt: skip
"""How much each form speaks for areas by itself; refs that agree speak louder."""
A_TEXT, SENTENCE = 3, 60
"""So many paragraphs of such a length are the text that a heading is for."""
BANNERS = 1.4
"""What a banner inside the table speaks louder than a heading above it."""
AGREED = 6.0


def head_of(ref: str, *, lettered: bool) -> str:
    """The area's number at the head of a ref: 4 of 4.10, 1 of 1a; C of C2 where areas go by letters."""
    found = re.match(
        r"(?:[A-Za-z]{1,5}[ ./-]?)?([0-9]{1,3})[./-][0-9]|([0-9]{1,2})[a-z]$|([A-H])[. -]?[0-9]", ref
    )
    if found is None:
        return ""
    return found[1] or found[2] or (found[3] if lettered else "")


def heads_of(rows: Sequence[Row]) -> list[str]:
    """The head of each row's ref; letters count only where there are several."""
    letters = {row.ref[0] for row in rows if re.match(r"[A-H][. -]?[0-9]", row.ref)}
    return [head_of(row.ref, lettered=len(letters) > 1) for row in rows]


def heads_under(sort: Sort | None, events: Sequence[Event]) -> list[str]:
    """The heads of the rows' refs; none where one head runs on under several of these headings."""
    heads = heads_of([event for event in events if isinstance(event, Row)])
    if sort is not None and sort.of == SEVERAL:
        return [""] * len(heads)
    if sort is None or len(set(heads) - {""}) != 1:
        return heads
    right_above = {item for item in _governed(sort, events, [""] * len(heads)) if item is not None}
    return [""] * len(heads) if len(right_above) > 1 else heads


def sort_that_governs(events: Sequence[Event]) -> Sort | None:
    """The kind of heading that names this document's areas; None where nothing plainly does.

    What the person says is one goes with them, and stands for them only where nothing else does.
    """
    if _are_several(events):
        return Sort("numbered", SEVERAL)
    sorts = dict.fromkeys(event.sort for event in events if isinstance(event, Line) and event.sort)
    rated = [(rating, sort) for sort in sorts if sort and (rating := _rated(sort, events)) is not None]
    of_document = [pair for pair in rated if pair[1].form != "said" and pair[0] > 0]
    best = max(of_document or rated, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _are_several(events: Sequence[Event]) -> bool:
    """Whether headings of two nouns stand side by side, each above rows of its own, from the same number."""
    above: dict[str, set[str]] = defaultdict(set)
    last: Line | None = None
    several = Sort("numbered", SEVERAL)
    for event in events:
        if isinstance(event, Line):
            last = event if is_of(event, several) else last
        elif last is not None and last.words is not None:
            above[last.words.noun].add(last.words.number)
    numbers = list(above.values())
    return len(numbers) > 1 and bool(set.intersection(*numbers))


def _rated(sort: Sort, events: Sequence[Event]) -> float | None:
    """How much speaks for a kind of heading; None where it governs too little to be asked."""
    rows = [event for event in events if isinstance(event, Row)]
    heads = heads_under(sort, events)
    governed = list(_governed(sort, events, heads))
    covered = sum(item is not None for item in governed) / max(1, len(rows))
    if sort.form != "said" and (covered < 0.5 or not _may_be(sort, governed, events)):
        return None
    base = BASES[sort.form] - (3.2 if sort.of in STRUCTURE else 1.0 if sort.of in WEAK else 0)
    base += BANNERS if sort.form == "plain" and sort.of == Origin.BANNER.name else 0
    distinct = len({item for item in governed if item is not None})
    agreed = _agreement(governed, heads)
    telling = agreed is not None and len(set(heads) - {""}) > 1  # one head for all tells nothing
    witness = AGREED * (2 * agreed - 1) if telling and agreed is not None else 0.0
    return base + witness + 2 * covered + (1 if distinct > 1 else 0)


def agreement_of(sort: Sort, events: Sequence[Event]) -> float | None:
    """The share of rows whose ref begins as their area says, 0 to 1; None where refs tell nothing."""
    heads = heads_under(sort, events)
    return _agreement(list(_governed(sort, events, heads)), heads)


def _may_be(sort: Sort, governed: Sequence[str | None], events: Sequence[Event]) -> bool:
    """Whether a column's values are areas and no row's own words, or a heading on its own is near enough."""
    if sort.form != "column":
        return len(set(governed) - {None}) > 1 or not _is_far_above(sort, events)
    lines = [event for event in events if isinstance(event, Line) and event.sort == sort]
    distinct = len({item for item in governed if item})
    repeated = any(line.repeats for line in lines)
    return (repeated or distinct * 3 <= len(governed) * 2) and distinct <= 30


def _is_far_above(sort: Sort, events: Sequence[Event]) -> bool:
    """Whether a plain heading is that of a text of its own, which stands between it and the plan."""
    if sort.form != "plain" or sort.of != Origin.TEXT.name:
        return False
    between = 0
    for event in events:
        if isinstance(event, Row):
            break
        between = 0 if is_of(event, sort) else between + (not event.heads and len(event.text) > SENTENCE)
    return between >= A_TEXT


def _governed(sort: Sort, events: Sequence[Event], heads: Sequence[str]) -> Iterator[str | None]:
    """For each row the area that a kind of heading gives it: `#2` by number, else its title."""
    numbers = {
        event.words.number
        for event in events
        if isinstance(event, Line) and is_of(event, sort) and event.words and event.words.number
    }
    current: str | None = None
    at = 0
    for event in events:
        if isinstance(event, Row):
            head = heads[at]
            at += 1
            yield f"#{head}" if head and head in numbers else current
        elif is_of(event, sort) and event.words is not None:
            current = f"#{event.words.number}" if event.words.number else event.words.title.casefold()
        elif sort_ends(event, sort):
            current = None


def sort_ends(line: Line, sort: Sort) -> bool:
    """Whether a heading above the level of these headings ends what the last of them governs."""
    return sort.level > 0 and line.origin is Origin.TEXT and 0 < line.level < sort.level


def _agreement(governed: Sequence[str | None], heads: Sequence[str]) -> float | None:
    """The share of rows whose ref begins as its area says; None where refs tell nothing."""
    told = [(item, head) for item, head in zip(governed, heads, strict=True) if head]
    if not told or len(told) * 2 < len(heads):
        return None
    of_item: dict[str, Counter[str]] = defaultdict(Counter)
    of_head: dict[str, Counter[str]] = defaultdict(Counter)
    for item, head in told:
        if item is not None:
            of_item[item][head] += 1
            of_head[head][item] += 1
    agree = sum(
        item == f"#{head}"
        if item and item.startswith("#")
        else item is not None
        and of_item[item].most_common(1)[0][0] == head
        and of_head[head].most_common(1)[0][0] == item
        for item, head in told
    )
    return agree / len(told)


NAMES = {
    Origin.TEXT: "heading",
    Origin.CARD: "label",
    Origin.BANNER: "banner",
    Origin.ABOVE: "heading",
    Origin.COLUMN: "column",
    Origin.SHEET: "name of the sheet",
}
SHOWN = 200


# Areas being gathered --------------------------------------------------------------------------------------


@dataclass
class Area:
    """An area while its document is being read; `pending` is a line that is its title if it gets no other."""

    number: str
    title: str
    place: str
    said: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    number_given: bool = True
    lines: list[Line] = field(default_factory=list)
    pending: Line | None = None
    rows: list[Row] = field(default_factory=list)

    def found(self) -> FoundArea:
        """What is proposed of the area itself."""
        return FoundArea(
            number=self.number,
            title=self.title or f"Area {self.number}",
            place=self.place,
            outcome=self.said.get("outcome", ""),
            weakness=self.said.get("weakness", ""),
            leads=separated(self.said.get("leads", "")),
            project_team=", ".join(separated(self.said.get("project_team", ""))),
            number_given=self.number_given,
            why=self.why,
            doubt=self.doubt,
            headings=tuple(dict.fromkeys(line.text for line in self.lines)),
        )

    @property
    def doubt(self) -> str:
        """What speaks against it: no action under it, or another name for it elsewhere."""
        if not self.rows:
            return "no action stands under it"
        others = [line for line in self.lines if line.words and line.words.title]
        unlike = [line for line in others if not alike(line.words.title if line.words else "", self.title)]
        return f"{unlike[0].place} calls it “{unlike[0].words.title}”" if unlike and unlike[0].words else ""

    @property
    def why(self) -> str:
        """What names it, and where what is said of it stands, as a person finds it."""
        under = [f"{name.replace('_', ' ')} from “{label}”" for name, label in self.labels.items() if label]
        if not self.lines:
            return "; ".join(
                ["the refs of its actions" if self.number_given else "the plan names no area", *under]
            )
        best = next((line for line in self.lines if line.heads), self.lines[0])
        text = " ".join(best.text.split())
        shown = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
        return "; ".join([f"{NAMES[best.origin]} “{shown}”, {best.place}", *under])


@dataclass
class Areas:
    """All areas in order and the one being read."""

    all: list[Area] = field(default_factory=list)
    current: Area | None = None

    def enter(self, line: Line) -> Area:
        """Go on with the area that a line names: the one of that number or title, or a new one."""
        words = line.words or AreaWords("", "", line.text)
        if words.number and self._is_of_other_noun(words):
            line.words = words = replace(words, number=f"{initials(line.text)}{words.number}")
        area = self._known(words.number, words.title) or self._new(words.number, words.title, line.place)
        area.lines.append(line)
        area.title = _best_title(area)
        self.current = area
        return area

    def _is_of_other_noun(self, words: AreaWords) -> bool:
        """Whether the number is that of an area of another noun: Priority 1 and Area for Improvement 1."""
        known = self._known(words.number, "")
        named = next((one.words for one in known.lines if one.words), None) if known else None
        both = named is not None and bool(named.noun and words.noun)
        return both and named is not None and named.noun != words.noun and not alike(named.title, words.title)

    def of_head(self, head: str, place: str) -> Area:
        """The area of a ref's head, new where no line names it."""
        self.current = self._known(head, "") or self._new(head, "", place)
        return self.current

    def unnumbered(self, place: str) -> Area:
        """The one area of a document that names none."""
        area = self.of_head("1", place)
        area.number_given = False
        return area

    def _known(self, number: str, title: str) -> Area | None:
        if number:
            return next((area for area in self.all if area.number == number), None)
        wanted = title.casefold()
        return next((area for area in self.all if title and area.title.casefold() == wanted), None)

    def _new(self, number: str, title: str, place: str) -> Area:
        area = Area(number, title, place)
        self.all.append(area)
        return area

    def number_the_rest(self) -> None:
        """Give areas without a number the next free ones."""
        taken = {area.number for area in self.all}
        for area in self.all:
            area.number_given = area.number_given and bool(area.number)
            number = 1
            while not area.number:
                area.number = "" if str(number) in taken else str(number)
                number += 1
            taken.add(area.number)


def initials(text: str) -> str:
    """The first letters of the words before a number: AI of `Area for Improvement 1`."""
    words = re.split(r"\W*[0-9]", text, maxsplit=1)[0].split()
    return "".join(word[0].upper() for word in words if word.lower() not in ("of", "for", "the", "and"))


def _best_title(area: Area) -> str:
    """The title by the first line that stands out, else by the first that has one."""
    titled = [line for line in area.lines if line.words and line.words.title]
    best = next((line for line in titled if line.heads), titled[0] if titled else None)
    return best.words.title if best and best.words else ""
