"""Who owns something: a person, a post that may be vacant, a group, an organisation, or words alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OwnerKind(StrEnum):
    """What an owner is; words are all there is where the office knows nobody so called."""

    PERSON = "person"
    POST = "post"
    GROUP = "group"
    ORGANISATION = "organisation"
    WORDS = "words"


@dataclass(frozen=True)
class Owner:
    """An owner by the name to print, and the record that bears it, by its kind."""

    name: str = ""
    kind: OwnerKind = OwnerKind.WORDS
    id: str = ""


NO_OWNER = Owner()
