"""Posts printed for names: members as their board chooses, everybody else by post or capacity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from boarddesk.rules.people import NamesPrinted
from boarddesk.rules.publishing.choices import Replacement
from boarddesk.rules.publishing.clue import Passage
from boarddesk.rules.registers.register import Register

_FIELDS = ("person", "deputy", "name", "owner", "holder", "asked_by", "relayed_by", "author", "chair")
_TITLES = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Professor|Prof\.?|Sir|Dame)\.?\s)"


@dataclass(frozen=True)
class Posts:
    """What is printed for each name that is not: `Dana Wells` → `Finance manager`."""

    by_name: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.by_name:
            return None
        names = sorted(self.by_name, key=len, reverse=True)
        surnames = sorted(self._by_surname, key=len, reverse=True)
        whole = "|".join(re.escape(name) for name in names)
        short = "|".join(re.escape(name) for name in surnames)
        titled = f"|{_TITLES}(?P<short>{short})" if short else ""
        return re.compile(rf"(?<!\w)(?:{_TITLES}?(?P<whole>{whole}){titled})(?!\w)")

    @cached_property
    def _by_surname(self) -> Mapping[str, str]:
        """Last names that only one of them has."""
        last = [name.split()[-1] for name in self.by_name if len(name.split()) > 1]
        return {
            name.split()[-1]: post
            for name, post in self.by_name.items()
            if len(name.split()) > 1 and last.count(name.split()[-1]) == 1
        }

    def replacements(self, passage: Passage) -> tuple[Replacement, ...]:
        """The names in a passage with the posts printed for them, last first."""
        if self._pattern is None:
            return ()
        alone = passage.place.rsplit(":", 1)[-1].isdigit() or passage.place.rsplit(":", 1)[-1] in _FIELDS
        return tuple(
            Replacement(found.start(), found.end(), self._told(found, in_a_sentence=not alone))
            for found in reversed(list(self._pattern.finditer(passage.text)))
        )

    def _told(self, found: re.Match[str], *, in_a_sentence: bool) -> str:
        groups = found.groupdict()
        whole, short = groups["whole"], groups.get("short")
        post = self.by_name[whole] if whole else self._by_surname[short or ""]
        if not in_a_sentence or post.casefold().startswith(("a ", "an ", "the ")):
            return post[:1].upper() + post[1:]
        before = found.string[: found.start()].rstrip()
        return f"{'The' if not before or before[-1] in '.!?' else 'the'} {post}"


def posts(register: Register, others: Mapping[str, str], printed: NamesPrinted) -> Posts:
    """Of the roll of a meeting and of everybody else the office knows, who are in `others` by name."""
    found = {name: post for name, post in others.items() if name}
    for guest in register.guests:
        found[guest.name] = guest.organisation or "a guest"
    kept: set[str] = set()
    for row in register.rows:
        if row.deputy:
            found[row.deputy] = f"deputy for {row.seat_title}"
        if row.person:
            found[row.person] = row.seat_title or row.role
            kept |= {row.person} if printed is NamesPrinted.PEOPLE and row.role.belongs else set()
    return Posts({name: post for name, post in found.items() if name and name not in kept})
