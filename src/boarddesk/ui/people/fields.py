"""Fields that take a name: somebody known is found, a new name says that it will be added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boarddesk.records import boards, people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.names.matching import match
from boarddesk.rules.people import Board, Organisation, Person, board_called
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.form import FormField


class KnownPeople:
    """Everybody the office knows, to be meant by a name; somebody new is added with the same change."""

    def __init__(self, file: OfficeFile) -> None:
        self._file, self._people = file, people.people(file)
        self._by_words = _by_words(
            self._people, {organisation.id: organisation for organisation in boards.organisations(file)}
        )

    def field(self, key: str, words: str, *, hint: str = "") -> FormField:
        """A field that offers their names and says how what is typed is understood."""
        return FormField(
            key,
            words,
            hint=hint,
            offers=list(self._by_words),
            understood=lambda given: self._said(given.text(key)),
        )

    def _known(self, typed: str) -> Person | None:
        return self._by_words.get(typed) or match(typed, self._people).person

    def _said(self, words: str) -> str:
        typed = " ".join(words.split())
        if not typed or self._known(typed):
            return ""
        may_be = [candidate.person.name for candidate in match(typed, self._people).candidates]
        if may_be:
            return f"Will be added as a new person, unless you mean {' or '.join(dict.fromkeys(may_be))}."
        return "Will be added as a new person."

    def person_id(self, words: str, *, organisation_id: str | None = None) -> str:
        """Who is meant; somebody new is added, from that organisation. Call it inside the change."""
        typed = " ".join(words.split())
        if not typed:
            raise Refused("Give a name.", field="person")
        known = self._known(typed)
        if known is not None:
            return known.id
        return people.add_person(self._file, typed, organisation_id=organisation_id)


class KnownOrganisations:
    """Those of the office, to be meant by a name or short name, or a new one added with the same change."""

    def __init__(self, file: OfficeFile) -> None:
        self._file, self._organisations = file, boards.organisations(file)

    def field(self, key: str, *, hint: str = "") -> FormField:
        """A field that offers their names and says how what is typed is understood."""
        return FormField(
            key,
            "Organisation",
            hint=hint,
            offers=[organisation.name for organisation in self._organisations],
            understood=lambda given: self._said(given.text(key)),
        )

    def _known(self, typed: str) -> Organisation | None:
        wanted = typed.casefold()
        names = (
            (organisation, (organisation.name.casefold(), organisation.short_name.casefold()))
            for organisation in self._organisations
        )
        return next((organisation for organisation, known in names if wanted and wanted in known), None)

    def _said(self, words: str) -> str:
        typed = " ".join(words.split())
        known = self._known(typed)
        if known is None:
            new = "Will be added as a new organisation; say its sector under Organisations."
            return new if typed else ""
        return "" if known.name == typed else known.name

    def organisation_id(self, words: str) -> str | None:
        """Which is meant, None for none; a new one is added. Call it inside the change."""
        typed = " ".join(words.split())
        if not typed:
            return None
        known = self._known(typed)
        return known.id if known else boards.add_organisation(self._file, typed)


def end_meant(typed: str, boards: Iterable[Board]) -> str:
    """How the other end of a reporting line is understood: a board of the office, or a body only named."""
    known = board_called(typed, boards)
    if known is not None:
        return "" if known.name == typed else f"{known.name}, a board of this office."
    return "A body outside this office: it is only named." if typed.strip() else ""


def _by_words(known: Sequence[Person], organisations: dict[str, Organisation]) -> dict[str, Person]:
    """Everybody by name; those who share one by name and organisation."""
    names = [person.name for person in known]
    found = {}
    for person in known:
        where = organisations.get(person.organisation_id or "")
        words = f"{person.name}, {where.name}" if names.count(person.name) > 1 and where else person.name
        found[words] = person
    return found
