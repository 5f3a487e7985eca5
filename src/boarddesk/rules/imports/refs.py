"""Gives what a document leaves without a number the office's own: known by its words, never by its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundPlan
from boarddesk.rules.names.likeness import alike, bare
from boarddesk.rules.names.text_index import TextIndex
from boarddesk.rules.plan.actions import Area, Plan

TOO_MANY: Final = (
    "There are too many without a number here to look for each of them by its words: "
    "look whether your office has it."
)
_LONGEST: Final = 9
"""Figures of a number that is counted on from."""


def is_plan(found: FoundPlan, plan: Plan) -> bool:
    """Whether a document is recognisably that plan: it is called so, or most of its actions are there."""
    called = {bare(one) for one in (found.title, found.source, found.source.rpartition(".")[0]) if one}
    if bare(plan.name) in called or not plan.areas:
        return True
    theirs = [action for area in found.areas for action in area.actions]
    ours = _OfficeActions(plan)
    known = sum(bool(ours.like(one)) for one in theirs)
    return known * 2 > min(len(theirs), len(ours.actions))


def with_office_refs(found: FoundPlan, plan: Plan | None) -> FoundPlan:
    """The document with the office's numbers where it gives none itself, and free ones for what is new."""
    if plan is None:
        return found
    kept = _OfficeActions(plan)
    pairs = _paired(found.areas, plan.areas, kept)
    given = [one.number for one in found.areas if one.number_given]
    numbers = _Numbers("", {bare(number) for number in (*given, *(area.number for area in plan.areas))})
    areas: list[FoundArea] = []
    for one, at in zip(found.areas, pairs, strict=True):
        number = one.number
        if not one.number_given:
            number = numbers.free(number) if at is None else plan.areas[at].number
            numbers.take(number)
        areas.append(_renumbered(one, at, number, kept))
    return replace(found, areas=tuple(areas))


class _OfficeActions:
    """Every action of a plan of the office, by its ref and by its words.

    `area_at` and `refs` say of each in which area it stands and its ref, plainly; `refs_in` are those of one
    area.
    """

    def __init__(self, plan: Plan) -> None:
        self.actions = [action for area in plan.areas for action in area.actions]
        self.area_at = [at for at, area in enumerate(plan.areas) for _ in area.actions]
        self.refs = [bare(action.ref) for action in self.actions]
        self.refs_in = [frozenset(bare(action.ref) for action in area.actions) for area in plan.areas]
        self.by_words = TextIndex(action.text for action in self.actions)
        self._by_ref: dict[str, list[int]] = {}
        for place, ref in enumerate(self.refs):
            self._by_ref.setdefault(ref, []).append(place)

    def like(self, found: FoundAction) -> list[int]:
        """The places of those a found action could be: of its ref, where it gives one, and alike in words."""
        if not found.ref_given:
            return self.by_words.alike(found.text)
        of_ref = self._by_ref.get(bare(found.ref), ())
        return [place for place in of_ref if alike(found.text, self.actions[place].text)]


class _Numbers:
    """The numbers that are taken, and the next one after the highest; `before` stands ahead of each."""

    def __init__(self, before: str, *taken: Collection[str]) -> None:
        self._before, self._taken, self._given = before, taken, set[str]()
        self._highest = -1

    def take(self, number: str) -> None:
        """One more is taken."""
        self._given.add(bare(number))
        if self._highest >= 0:
            self._highest = max(self._highest, *self._tails((bare(number),)), 0)

    def free(self, offered: str) -> str:
        """The number offered, or where it is taken the one after the highest."""
        plain = bare(offered)
        if plain not in self._given and not any(plain in numbers for numbers in self._taken):
            return offered
        if self._highest < 0:
            numbers = (number for each in (*self._taken, self._given) for number in each)
            self._highest = max(self._tails(numbers), default=0)
        return f"{self._before}{self._highest + 1}"

    def _tails(self, numbers: Iterable[str]) -> Iterator[int]:
        tails = (number.removeprefix(bare(self._before)) for number in numbers)
        return (int(tail) for tail in tails if tail.isdecimal() and len(tail) <= _LONGEST)


def _paired(found: Sequence[FoundArea], ours: Sequence[Area], kept: _OfficeActions) -> list[int | None]:
    """The place of the office's area for each of the document's: by a number it gives, else by its words."""
    numbered = {bare(area.number): at for at, area in reversed(list(enumerate(ours)))}
    titled: dict[str, list[int]] = {}
    for at, area in enumerate(ours):
        titled.setdefault(bare(area.title), []).append(at)
    pairs = [numbered.get(bare(one.number)) if one.number_given else None for one in found]
    used = {at for at in pairs if at is not None}
    for place, one in enumerate(found):
        if one.number_given:
            continue
        of_title = [] if _untitled(one) else titled.get(bare(one.title), [])
        while of_title and of_title[0] in used:
            del of_title[0]
        pairs[place] = mine = of_title[0] if of_title else _holding(one, kept, used)
        used |= set() if mine is None else {mine}
    return pairs


def _untitled(found: FoundArea) -> bool:
    return found.title in ("", f"Area {found.number}")


def _holding(found: FoundArea, kept: _OfficeActions, used: set[int]) -> int | None:
    """The first area of the office that most of the actions found are in."""
    holding: Counter[int] = Counter()
    for one in found.actions:
        holding.update({kept.area_at[place] for place in kept.like(one)} - used)
    return min((at for at, known in holding.items() if known * 2 > len(found.actions)), default=None)


def _renumbered(found: FoundArea, area: int | None, number: str, kept: _OfficeActions) -> FoundArea:
    given = {bare(one.ref) for one in found.actions if one.ref_given}
    known = {} if area is None else _known(found.actions, area, kept, given)
    numbers = _Numbers(f"{number}.", given, frozenset() if area is None else kept.refs_in[area])
    refs: list[str] = []
    for at, one in enumerate(found.actions):
        ref = known.get(at, one.ref)
        if at not in known and not one.ref_given:
            ref = numbers.free(_moved(one.ref, found.number, to=number))
            numbers.take(ref)
        refs.append(ref)
    return _with_refs(found, refs, known, number=number, doubt=TOO_MANY if kept.by_words.is_spent else "")


def _known(
    found: Sequence[FoundAction], area: int, kept: _OfficeActions, given: Collection[str]
) -> dict[int, str]:
    """The office's ref for each action without one: in the same words first, then in the likest."""
    known: dict[int, str] = {}
    used: set[int] = set()
    for fitting in (kept.by_words.same, kept.by_words.alike):
        for at, one in enumerate(found):
            if at in known or one.ref_given:
                continue
            fits = (place for place in fitting(one.text) if kept.area_at[place] == area)
            best = next(
                (place for place in fits if place not in used and kept.refs[place] not in given), None
            )
            if best is not None:
                known[at] = kept.actions[best].ref
                used.add(best)
    return known


def _moved(ref: str, area: str, *, to: str) -> str:
    """The ref with the new number of its area at its head."""
    return f"{to}.{ref.removeprefix(f'{area}.')}" if ref.startswith(f"{area}.") else ref


def _with_refs(
    found: FoundArea, refs: Sequence[str], known: Mapping[int, str], *, number: str, doubt: str
) -> FoundArea:
    new = {one.ref: ref for one, ref in zip(found.actions, refs, strict=True)}
    return replace(
        found,
        number=number,
        title=f"Area {number}" if _untitled(found) and not found.number_given else found.title,
        actions=tuple(
            _with_ref(one, refs[at], known=at in known, doubt=doubt) for at, one in enumerate(found.actions)
        ),
        kpis=tuple(
            replace(
                kpi,
                ref=new.get(kpi.ref, kpi.ref),
                action_ref=new.get(kpi.action_ref, kpi.action_ref),
                area_number=number,
            )
            for kpi in found.kpis
        ),
    )


def _with_ref(found: FoundAction, ref: str, *, known: bool, doubt: str) -> FoundAction:
    notes = (doubt,) if doubt and not known and not found.ref_given else ()
    if ref != found.ref:
        words = f"Its words are those of {ref} in your office."
        notes = (words if known else f"It is added to your office as {ref}.", *notes)
    return replace(found, ref=ref, notes=(*found.notes, *notes)) if notes else found
