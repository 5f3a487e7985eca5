"""Gives what a document leaves without a number the office's own: known by its words, never by its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundPlan
from boarddesk.rules.names.likeness import alike, bare, likeness, same
from boarddesk.rules.plan.actions import Action, Area, Plan


def is_plan(found: FoundPlan, plan: Plan) -> bool:
    """Whether a document is recognisably that plan: it is called so, or most of its actions are there."""
    called = (found.title, found.source, found.source.rpartition(".")[0])
    if any(one and same(one, plan.name) for one in called) or not plan.areas:
        return True
    theirs = [action for area in found.areas for action in area.actions]
    ours = [action for area in plan.areas for action in area.actions]
    known = sum(any(_is_action(one, action) for action in ours) for one in theirs)
    return known * 2 > min(len(theirs), len(ours))


def with_office_refs(found: FoundPlan, plan: Plan | None) -> FoundPlan:
    """The document with the office's numbers where it gives none itself, and free ones for what is new."""
    if plan is None:
        return found
    pairs = _paired(found.areas, plan.areas)
    given = [one.number for one in found.areas if one.number_given]
    taken = {bare(number) for number in (*given, *(area.number for area in plan.areas))}
    areas: list[FoundArea] = []
    for one, ours in zip(found.areas, pairs, strict=True):
        number = one.number
        if not one.number_given:
            number = ours.number if ours else _free(number, "", taken=taken)
            taken.add(bare(number))
        areas.append(_renumbered(one, ours, number))
    return replace(found, areas=tuple(areas))


def _is_action(found: FoundAction, ours: Action) -> bool:
    of_ref = not found.ref_given or same(found.ref, ours.ref)
    return of_ref and alike(found.text, ours.text)


def _paired(found: Sequence[FoundArea], ours: Sequence[Area]) -> list[Area | None]:
    """The office's area for each of the document's: by a number it gives, else by its words."""
    pairs: list[Area | None] = [
        next((area for area in ours if one.number_given and same(area.number, one.number)), None)
        for one in found
    ]
    for at, one in enumerate(found):
        if not one.number_given:
            free = [area for area in ours if area not in pairs]
            pairs[at] = next((area for area in free if _is_titled(one, area)), None) or next(
                (area for area in free if _holds(area, one)), None
            )
    return pairs


def _untitled(found: FoundArea) -> bool:
    return found.title in ("", f"Area {found.number}")


def _is_titled(found: FoundArea, ours: Area) -> bool:
    return not _untitled(found) and same(found.title, ours.title)


def _holds(ours: Area, found: FoundArea) -> bool:
    """Whether most of the actions found are in the office's area."""
    known = sum(any(_is_action(one, action) for action in ours.actions) for one in found.actions)
    return known * 2 > len(found.actions)


def _renumbered(found: FoundArea, ours: Area | None, number: str) -> FoundArea:
    kept = ours.actions if ours else ()
    given = {bare(one.ref) for one in found.actions if one.ref_given}
    known = _known(found.actions, [action for action in kept if bare(action.ref) not in given])
    taken = given | {bare(action.ref) for action in kept}
    refs: list[str] = []
    for at, one in enumerate(found.actions):
        ref = known.get(at, one.ref)
        if at not in known and not one.ref_given:
            ref = _free(_moved(one.ref, found.number, to=number), f"{number}.", taken=taken)
            taken.add(bare(ref))
        refs.append(ref)
    return _with_refs(found, refs, number, known.keys())


def _known(found: Sequence[FoundAction], ours: Iterable[Action]) -> dict[int, str]:
    """The office's ref for each action without one: in the same words first, then in the likest."""
    left = list(ours)
    known: dict[int, str] = {}
    for least in (1.0, None):
        for at, one in enumerate(found):
            fits = [action for action in left if likeness(one.text, action.text) == least or least is None]
            best = max(fits, key=lambda action: likeness(one.text, action.text), default=None)
            if at in known or one.ref_given or best is None or not alike(one.text, best.text):
                continue
            known[at] = best.ref
            left.remove(best)
    return known


def _moved(ref: str, area: str, *, to: str) -> str:
    """The ref with the new number of its area at its head."""
    return f"{to}.{ref.removeprefix(f'{area}.')}" if ref.startswith(f"{area}.") else ref


def _free(offered: str, before: str, *, taken: Collection[str]) -> str:
    """The number offered, or where it is taken the one after the highest."""
    if bare(offered) not in taken:
        return offered
    tails = [one.removeprefix(bare(before)) for one in taken]
    return f"{before}{max((int(tail) for tail in tails if tail.isdigit()), default=0) + 1}"


def _with_refs(found: FoundArea, refs: Sequence[str], number: str, known: Iterable[int]) -> FoundArea:
    new = {one.ref: ref for one, ref in zip(found.actions, refs, strict=True)}
    words = set(known)
    return replace(
        found,
        number=number,
        title=f"Area {number}" if _untitled(found) and not found.number_given else found.title,
        actions=tuple(_with_ref(one, refs[at], known=at in words) for at, one in enumerate(found.actions)),
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


def _with_ref(found: FoundAction, ref: str, *, known: bool) -> FoundAction:
    if ref == found.ref:
        return found
    note = (
        f"Its words are those of {ref} in your office." if known else f"It is added to your office as {ref}."
    )
    return replace(found, ref=ref, notes=(*found.notes, note))
