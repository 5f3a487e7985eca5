"""Areas of a plan: from the headings between tables, small tables above them, and title rows inside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from boarddesk.importing.owners import separated
from boarddesk.importing.statuses import status_word
from boarddesk.importing.tables.grid import Text
from boarddesk.rules.imports.contents import FoundArea, Leftover
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme

KIND = (
    r"(?:improvement |key |strategic )?(?:area|priority|theme|work ?stream|strand|pillar|objective"
    r"|golden thread|section|weakness|outcome|recommendation|ambition)s?"
)
NUMBERED = re.compile(
    rf"(?:\W*){KIND}\s*(?:no\.?|number|action|of (?:weakness|focus|improvement)|for improvement|area)?\s*#?"
    r"([0-9]{1,2}|[A-H]|[IVX]{1,4})(?!\w)\s*(?P<sign>[|:.)–—-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
HEADED = re.compile(r"([0-9]{1,2})[.):]?\s+(?P<title>\D.*)", re.DOTALL)
SIGN = r"\s*(?:\(s\))?\s*[|:–—-]+\s*"
WHO = (
    r"(?:leads?|lead officers?|lead names?|owners?|sponsors?|sros?|senior responsible (?:officer|owner)s?"
    r"|accountable officers?|responsible officers?)"
)
LEADS = rf"(?:(?:area|priority|theme|strand|work ?stream|strategic|executive|joint|overall|senior)\s+)*{WHO}"
TEAM = r"(?:project|delivery|working|core)\s+(?:team|group|leads?|members?)"
OUTCOME = r"(?:(?:end|intended|overall|desired|expected|target)\s+)?(?:outcomes?|aim|goal|ambition)"
WEAKNESS = (
    r"(?:areas? of )?(?:significant )?"
    r"(?:weakness(?:es)?|concerns?|what (?:the )?inspectors found|inspection findings?)"
)
LABELLED = (
    ("project_team", re.compile(TEAM + SIGN, re.IGNORECASE)),
    ("leads", re.compile(LEADS + SIGN, re.IGNORECASE)),
    ("outcome", re.compile(OUTCOME + SIGN, re.IGNORECASE)),
    ("weakness", re.compile(WEAKNESS + SIGN, re.IGNORECASE)),
)
NOISE = re.compile(
    r"\W*(?:(?:the )?(?:send )?(?:improvement|action|delivery|implementation|area) plan|impact score ?card.*"
    r"|score ?card|plan|actions?|updates?|contents|continued|cont|(?:rag )?(?:key|legend|ratings?|status)"
    r"|page \d+.*)?\W*",
    re.IGNORECASE,
)
CONTINUED = re.compile(r"\s*[(\[]?\b(?:continued|cont(?:'?d)?)\b\.?[)\]]?\s*$", re.IGNORECASE)


LONGEST_TITLE = 150


@dataclass
class Area:
    """An area while its document is being read."""

    number: str
    title: str
    place: str
    said: dict[str, str] = field(default_factory=dict)
    number_given: bool = True

    def found(self) -> FoundArea:
        """What is proposed of the area itself."""
        return FoundArea(
            number=self.number,
            title=self.title or f"Area {self.number}",
            place=self.place,
            outcome=self.said.get("outcome", ""),
            weakness=self.said.get("weakness", ""),
            leads=tuple(separated(self.said.get("leads", ""))),
            project_team=", ".join(separated(self.said.get("project_team", ""))),
            number_given=self.number_given,
        )


@dataclass
class Areas:
    """All areas in order, the one being read, and the texts that told nothing."""

    all: list[Area] = field(default_factory=list)
    current: Area | None = None
    leftovers: list[Leftover] = field(default_factory=list)
    title: str = ""
    begun: bool = False
    scheme: Scheme = IMPROVEMENT_PLAN

    def take_texts(self, texts: Iterable[Text], place: str) -> None:
        """Texts above a table: areas, what is said of them, and the rest as one leftover."""
        rest: list[str] = []
        headings: list[str] = []
        numbered = False
        for text in texts:
            if self.take(text.text, place, heading=text.level > 0):
                numbered = True
                continue
            if self._is_title(text) or NOISE.fullmatch(text.text):
                continue
            if text.level > 0:
                headings.append(text.text)
            elif not _legend(text, self.scheme):
                rest.append(text.text)
        self.begun = True
        if headings and not numbered and self._may_be_area(headings[-1]):
            self.enter("", headings.pop(), place)
        self.leave_over(headings + rest, place)

    def _is_title(self, text: Text) -> bool:
        """Take the first short text above the first table for the document's title."""
        if self.begun or self.title or not (text.level > 0 or len(text.text) <= LONGEST_TITLE):
            return False
        self.title = text.text
        return True

    def _may_be_area(self, heading: str) -> bool:
        """A plain heading is an area unless areas have numbers in this document."""
        return bool(heading) and not any(area.number for area in self.all)

    def leave_over(self, texts: list[str], place: str) -> None:
        """Keep texts that belong to no action and no area."""
        if texts:
            self.leftovers.append(Leftover(place, "\n".join(texts), "text outside the tables"))

    def take(self, text: str, place: str, *, heading: bool) -> bool:
        """Take a line that names an area or says something of the current one; False for any other."""
        for name, pattern in LABELLED:
            if (label := pattern.match(text.lstrip("* "))) and self.current is not None:
                rest = text.lstrip("* ")[label.end() :].strip()
                self.current.said[name] = "\n".join(filter(None, (self.current.said.get(name, ""), rest)))
                return True
        found = NUMBERED.fullmatch(text.strip())
        if found and (heading or found["sign"] or not found["title"]):
            self.enter(found.group(1).upper(), found["title"], place)
            return True
        headed = HEADED.fullmatch(text.strip()) if heading else None
        if headed and len(headed["title"]) < 200:
            self.enter(headed.group(1), headed["title"], place)
            return True
        return False

    def enter(self, number: str, title: str, place: str) -> Area:
        """Go on with an area: the one of that number or title, or a new one."""
        title = CONTINUED.sub("", title.replace("**", "").strip(" |:–—-\n"))
        title = "" if NOISE.fullmatch(title) else " ".join(title.split())
        known = next((area for area in self.all if self._same(area, number, title)), None)
        if known is None:
            known = Area(number, title, place)
            self.all.append(known)
        known.title = known.title or title
        self.current = known
        return known

    def _same(self, area: Area, number: str, title: str) -> bool:
        if number and area.number:
            return area.number == number
        return bool(title) and area.title.casefold() == title.casefold()

    def for_ref(self, ref: str, place: str) -> Area:
        """The area an action belongs to: by the head of its ref where areas have numbers."""
        current = self.current
        head = _head(ref, lettered=current is None or current.number.isalpha())
        if head and current is not None and not current.number and all(a.number != head for a in self.all):
            current.number = head
        if head and (
            current is None or (current.number and current.number != head and _alike(current.number, head))
        ):
            return self.enter(head, "", place)
        return current or self._enter_unnumbered(place)

    def _enter_unnumbered(self, place: str) -> Area:
        """The one area of a document that names none."""
        area = self.enter("1", "", place)
        area.number_given = False
        return area

    def number_the_rest(self) -> None:
        """Give areas without a number the next free ones."""
        taken = {one.number for one in self.all}
        for area in self.all:
            area.number_given = area.number_given and bool(area.number)
            number = 1
            while not area.number:
                area.number = "" if str(number) in taken else str(number)
                number += 1
            taken.add(area.number)


def _head(ref: str, *, lettered: bool) -> str:
    """The area's number at the head of a ref: 4 of 4.10; C of C2 where areas go by letters."""
    found = re.match(r"([0-9]{1,3})\.[0-9]|([A-H])[. ]?[0-9]", ref)
    if found is None:
        return ""
    return found.group(1) or (found.group(2) if lettered else "")


def _alike(number: str, head: str) -> bool:
    """Whether both are numbers or both letters, so that they count the same areas."""
    return number.isdigit() == head.isdigit()


def _legend(text: Text, scheme: Scheme) -> bool:
    """Whether a line only explains a status, such as “On track” or a shaded “Met: done and evidenced”."""
    status = status_word(text.text, scheme) is not None
    return status and (bool(text.shading) or len(text.text) <= 20)
