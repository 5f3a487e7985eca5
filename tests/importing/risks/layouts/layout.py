"""A way of laying out a register of risks, and what a careful person reads in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from boarddesk.rules.imports.risks.contents import FoundRisk, FoundScore


@dataclass(frozen=True)
class Expected:
    """A risk as it ought to be read.

    A score is written `5x4`, `=12` for a product alone, `High` for a level alone; an action
    `text > owners > day`.
    """

    ref: str
    title: str = ""
    cause: str = ""
    event: str = ""
    effect: str = ""
    owners: str = ""
    category: str = ""
    inherent: str = ""
    current: str = ""
    target: str = ""
    controls: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    review: str = ""
    status: str = "open"
    movement: str = ""


@dataclass(frozen=True)
class RiskLayout:
    """A document that is written anew, with the risks and issues a careful person reads in it.

    `kept` are words that must come back somewhere, if only among what was not understood.
    """

    name: str
    write: Callable[[Path], object]
    risks: Sequence[Expected]
    issues: Sequence[str] = ()
    kept: Sequence[str] = ()
    suffix: str = ".xlsx"

    def build(self, folder: Path) -> Path:
        """The document, written into the folder."""
        path = folder / f"{self.name}{self.suffix}"
        self.write(path)
        return path


def as_expected(risk: FoundRisk) -> Expected:
    """What was found of a risk, in the words of what is expected."""
    return Expected(
        risk.ref,
        risk.title,
        risk.cause,
        risk.event,
        risk.effect,
        "; ".join(risk.owners),
        risk.category,
        _score(risk.inherent),
        _score(risk.current),
        _score(risk.target),
        tuple(control.text for control in risk.controls),
        tuple(
            " > ".join((one.text, "; ".join(one.owners), str(one.due.latest or "")))
            for one in risk.mitigations
        ),
        str(risk.next_review or ""),
        risk.status,
        risk.movement,
    )


def differences(wanted: Expected, risk: FoundRisk) -> list[tuple[str, object, object]]:
    """The fields in which a risk was read otherwise; a title made from its words is not judged."""
    got = as_expected(risk)
    found = []
    for field in fields(Expected):
        want, have = getattr(wanted, field.name), getattr(got, field.name)
        made_up = field.name == "title" and not want and not risk.title_given
        if want != have and not made_up:
            found.append((field.name, want, have))
    return found


def _score(score: FoundScore | None) -> str:
    if score is None:
        return ""
    if score.likelihood is not None or score.impact is not None:
        return f"{score.likelihood}x{score.impact}"
    return f"={score.product}" if score.product is not None else score.level or score.words
