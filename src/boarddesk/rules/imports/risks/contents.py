"""What importing finds in a register of risks: values as they stand there, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.dates.deadlines import NO_DATE, ByWhen
from boarddesk.rules.imports.contents import Leftover, SourceTable

SHOWN_GOING = {
    "up": "The register shows it going up.",
    "same": "The register shows it unchanged.",
    "down": "The register shows it going down.",
    "new": "The register shows it as new.",
}


@dataclass(frozen=True)
class FoundScore:
    """A score as the document gives it: each part may be missing, and none is worked out for it.

    `words` are the words for likelihood and impact where nothing in the document says their numbers.
    """

    likelihood: int | None = None
    impact: int | None = None
    product: int | None = None
    level: str = ""
    words: str = ""

    @property
    def says_something(self) -> bool:
        """Whether any part of it is given."""
        return (
            any(part is not None for part in (self.likelihood, self.impact, self.product))
            or bool(self.level)
            or bool(self.words)
        )

    @property
    def shown(self) -> str:
        """`4 × 3 = 12, High`, as far as it is given."""
        numbers = f"{self.likelihood} × {self.impact}" if self.likelihood and self.impact else ""
        product = str(self.product) if self.product else ""
        score = " = ".join(filter(None, (numbers, product)))
        return ", ".join(filter(None, (score, self.words, self.level)))


@dataclass(frozen=True)
class FoundControl:
    """Something that is in place already."""

    text: str
    owner: str = ""
    assurance: str = ""


@dataclass(frozen=True)
class FoundMitigation:
    """Something that is to be done about a risk."""

    text: str
    owners: tuple[str, ...] = ()
    due: ByWhen = NO_DATE
    done: bool = False


@dataclass(frozen=True)
class FoundRisk:
    """A risk found in a register.

    `status` is open, closed or occurred, `status_words` the document's own word for it; `movement` is up,
    down, same or new. `commentary` is what the document says of where it stands. `ref_given` is whether the
    ref stands so in the document, `title_given` whether its title does.
    """

    ref: str
    title: str
    place: str
    cause: str = ""
    event: str = ""
    effect: str = ""
    category: str = ""
    owners: tuple[str, ...] = ()
    raised_on: date | None = None
    inherent: FoundScore | None = None
    current: FoundScore | None = None
    target: FoundScore | None = None
    target_by: date | None = None
    controls: tuple[FoundControl, ...] = ()
    mitigations: tuple[FoundMitigation, ...] = ()
    movement: str = ""
    next_review: date | None = None
    status: str = "open"
    status_words: str = ""
    response: str = ""
    proximity: str = ""
    closed_on: date | None = None
    closed_why: str = ""
    commentary: str = ""
    notes: tuple[str, ...] = ()
    ref_given: bool = True
    title_given: bool = True

    @property
    def said_of_it(self) -> str:
        """What the document says of its current score: its own words, and where it shows the score going."""
        return "\n".join(filter(None, (self.commentary, SHOWN_GOING.get(self.movement, ""))))


@dataclass(frozen=True)
class FoundIssue:
    """An issue found beside the risks: something that has happened."""

    ref: str
    title: str
    place: str
    impact: str = ""
    owners: tuple[str, ...] = ()
    resolution: str = ""
    raised_on: date | None = None
    due: ByWhen = NO_DATE
    resolved_on: date | None = None
    notes: tuple[str, ...] = ()
    ref_given: bool = True


@dataclass(frozen=True)
class FoundMatrix:
    """The document's own words for likelihood and impact, from 1 on, and its levels.

    `bands` are levels with the lowest and highest score of each, `cells` levels by likelihood and impact
    where the document draws its matrix.
    """

    likelihood: tuple[str, ...] = ()
    impact: tuple[str, ...] = ()
    bands: tuple[tuple[str, int, int], ...] = ()
    cells: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True)
class FoundRisks:
    """Everything found in a register of risks; no matrix where the document has no key to its scores."""

    source: str
    title: str = ""
    tables: tuple[SourceTable, ...] = ()
    risks: tuple[FoundRisk, ...] = ()
    issues: tuple[FoundIssue, ...] = ()
    matrix: FoundMatrix | None = None
    leftovers: tuple[Leftover, ...] = ()
