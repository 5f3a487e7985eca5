"""What changed in a risk since its last review: controls, mitigations, and where they stand now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from boarddesk.rules.risks.risk import Assurance, Control, Mitigation, Risk
from boarddesk.rules.wording import day_in_short


class Part(StrEnum):
    """What of a risk changed."""

    CONTROL = "Controls"
    MITIGATION = "Mitigations"


@dataclass(frozen=True)
class Told:
    """One thing that changed: what it is, and in a few words how."""

    part: Part
    text: str
    how: str
    done: bool = False


def changed_since(before: Risk | None, now: Risk) -> tuple[Told, ...]:
    """Controls and mitigations that came, went or changed; all of them are new where nothing is known."""
    was_controls = {control.id: control for control in before.controls} if before else {}
    was_work = {mitigation.id: mitigation for mitigation in before.mitigations} if before else {}
    return (*_controls(was_controls, now.controls), *_work(was_work, now.mitigations))


def _controls(was: dict[str, Control], now: Iterable[Control]) -> Iterator[Told]:
    left = dict(was)
    for control in now:
        old = left.pop(control.id, None)
        sure = control.assurance or "not said how sure"
        if old is None:
            words = f"new, {control.assurance}" if control.assurance else "new"
            yield Told(Part.CONTROL, control.text, words)
        elif old.assurance is not control.assurance:
            before = "" if old.assurance is Assurance.NOT_SAID else f"{old.assurance}, "
            yield Told(Part.CONTROL, control.text, f"{before}now {sure}")
        elif old.tested_on != control.tested_on and control.tested_on:
            yield Told(Part.CONTROL, control.text, f"tested {day_in_short(control.tested_on)}")
        elif old.text != control.text:
            yield Told(Part.CONTROL, control.text, f"was “{old.text}”")
    for gone in left.values():
        yield Told(Part.CONTROL, gone.text, "no longer in place")


def _work(was: dict[str, Mitigation], now: Iterable[Mitigation]) -> Iterator[Told]:
    left = dict(was)
    for mitigation in now:
        old = left.pop(mitigation.id, None)
        if how := _how(old, mitigation):
            yield Told(Part.MITIGATION, mitigation.text, how, done=mitigation.done_on is not None)
    for gone in left.values():
        if gone.done_on is None:
            yield Told(Part.MITIGATION, gone.text, "taken out")


def _how(old: Mitigation | None, now: Mitigation) -> str:
    if now.done_on and (old is None or old.done_on is None):
        return f"done {day_in_short(now.done_on)}"
    if old is None:
        return f"new, due {day_in_short(now.due)}" if now.due else "new"
    if old.done_on and not now.done_on:
        return "open again"
    if old.due != now.due:
        if now.due is None:
            return "date taken out"
        due = day_in_short(now.due)
        return f"moved, {day_in_short(old.due)} to {due}" if old.due else f"now due {due}"
    return f"was “{old.text}”" if old.text != now.text else ""
