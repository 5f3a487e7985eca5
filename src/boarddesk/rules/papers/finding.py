"""What the check of a paper finds, and what kind of file a paper is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

MB = 1024 * 1024
HEAVY = 20 * MB
"""Beyond this a paper is pointed out: most mailboxes refuse it."""
LARGEST = 100 * MB
"""Beyond this a paper is not taken in."""


class PaperKind(StrEnum):
    """What a paper is by its content, whatever its name says."""

    WORD = "Word document"
    EXCEL = "Excel workbook"
    POWERPOINT = "PowerPoint presentation"
    PDF = "PDF"
    OLD_OFFICE = "document of Office before 2007"
    OPEN_DOCUMENT = "OpenDocument file"
    RICH_TEXT = "rich text document"
    PICTURE = "picture"
    TEXT = "plain text"
    LOCKED = "document locked with a password"

    @property
    def suffix(self) -> str:
        """What the name of a clean copy ends in; empty where there is none."""
        return SUFFIXES.get(self, "")


SUFFIXES = {
    PaperKind.WORD: ".docx",
    PaperKind.EXCEL: ".xlsx",
    PaperKind.POWERPOINT: ".pptx",
    PaperKind.PDF: ".pdf",
}


class FindingKind(StrEnum):
    """What can be wrong with a paper, in the order in which it is said."""

    PASSWORD = "password"
    DAMAGE = "damage"
    UNCHECKED = "not checked"
    MACROS = "macros"
    TRACKED_CHANGES = "tracked changes"
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden text"
    HIDDEN_CELLS = "hidden rows or columns"
    HIDDEN_SHEETS = "hidden sheets"
    HIDDEN_SLIDES = "hidden slides"
    HIDDEN_LAYERS = "hidden layers"
    SPEAKER_NOTES = "speaker notes"
    EMBEDDED = "embedded objects"
    FILE_LINKS = "links to file shares"
    METADATA = "author or path"
    PROTECTION = "protection"
    PLACEHOLDERS = "placeholders"
    ACCESSIBILITY = "accessibility"
    SIZE = "size"

    @property
    def removable(self) -> bool:
        """Whether a clean copy is without it."""
        return self not in _STAYS


_STAYS = frozenset(
    {
        FindingKind.PASSWORD,
        FindingKind.UNCHECKED,
        FindingKind.HIDDEN_LAYERS,
        FindingKind.PLACEHOLDERS,
        FindingKind.ACCESSIBILITY,
        FindingKind.SIZE,
    }
)


@dataclass(frozen=True)
class PaperTrace:
    """One thing found: where, by whom, and its words. `what` names it where its kind alone does not."""

    kind: FindingKind
    place: str = ""
    who: str = ""
    words: str = ""
    what: str = ""


@dataclass(frozen=True)
class PaperFinding:
    """Everything of one kind found in a paper, in one sentence."""

    kind: FindingKind
    sentence: str
    place: str = ""
    count: int = 1


@dataclass(frozen=True)
class PaperCheck:
    """What a paper is and what was found in it. `pages` are known of a PDF and of slides only."""

    kind: PaperKind
    pages: int | None = None
    findings: tuple[PaperFinding, ...] = ()

    @property
    def removable(self) -> tuple[PaperFinding, ...]:
        """What a clean copy would be without."""
        return tuple(finding for finding in self.findings if finding.kind.removable)

    def with_finding(self, finding: PaperFinding | None) -> PaperCheck:
        """It with one more finding, in the order of the kinds."""
        if finding is None:
            return self
        order = list(FindingKind)
        found = sorted((*self.findings, finding), key=lambda each: order.index(each.kind))
        return replace(self, findings=tuple(found))

    @property
    def can_be_cleaned(self) -> bool:
        """Whether there is a clean copy to be made."""
        return bool(self.kind.suffix and self.removable)
