"""People, the names they go by, and the boards and organisations they belong to."""

from __future__ import annotations

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import gathered, one
from boarddesk.rules.names.spellings import kept_name, surname_order
from boarddesk.rules.people import Person
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

GONE = "That person is no longer there."

_NAMED_IN = (
    *(
        (table, "person_id")
        for table in (
            *("membership", "deputy", "roll_row", "guest", "area_lead", "action_owner"),
            *("interest", "declaration"),
        )
    ),
    *((table, "deputy_id") for table in ("attendance_mark", "meeting_reply")),
    ("risk", "owner_person_id"),
)
"""Where records name people: whoever is named in one of them stays."""


def people(file: OfficeFile) -> tuple[Person, ...]:
    """Everybody the office knows, former members too, by surname."""
    aliases = gathered(
        (row["person_id"], row["alias"]) for row in file.rows("SELECT * FROM person_alias ORDER BY alias")
    )
    rows = file.rows("SELECT * FROM person ORDER BY name COLLATE NOCASE, rowid")
    found = (_person(row, aliases[row["id"]]) for row in rows)
    return tuple(sorted(found, key=lambda person: surname_order(person.name)))


def on_registers(file: OfficeFile, board_id: str) -> tuple[Person, ...]:
    """Everybody who ever stood on a register of a board, former members too, by surname."""
    rows = file.rows(
        "SELECT DISTINCT rr.person_id FROM roll_row rr JOIN roll r ON r.id = rr.roll_id"
        " JOIN meeting m ON m.id = r.meeting_id WHERE m.board_id = ? AND rr.person_id IS NOT NULL",
        (board_id,),
    )
    seen = {row["person_id"] for row in rows}
    return tuple(person for person in people(file) if person.id in seen)


def person(file: OfficeFile, person_id: str) -> Person:
    """One person; refused when no longer there."""
    row = one(file.row("SELECT * FROM person WHERE id = ?", (person_id,)), GONE)
    aliases = file.rows("SELECT alias FROM person_alias WHERE person_id = ? ORDER BY alias", (person_id,))
    return _person(row, tuple(each["alias"] for each in aliases))


def add_person(
    file: OfficeFile,
    name: str,
    *,
    organisation_id: str | None = None,
    email: str = "",
    phone: str = "",
    note: str = "",
) -> str:
    """A new person; two people may have the same name, so that is for the caller to ask about.

    `Surname, First` is kept as `First Surname`.
    """
    plain = kept_name(_checked_name(name))
    with file.change(f"Add {plain}") as change:
        return change.insert(
            "person",
            name=plain,
            organisation_id=organisation_id,
            email=email.strip(),
            phone=phone.strip(),
            note=note,
        )


def update_person(file: OfficeFile, person_id: str, **fields: object) -> None:
    """Change name, organisation_id, email, phone or note."""
    known = person(file, person_id)
    if "name" in fields:
        fields["name"] = _checked_name(str(fields["name"]))
    with file.change(f"Change {known.name}", coalesce=f"{person_id} {' '.join(fields)}") as change:
        change.update("person", person_id, **fields)


def remember_alias(file: OfficeFile, person_id: str, alias: str) -> None:
    """Remember that a name as written means this person; refused where it means somebody else."""
    known, plain = person(file, person_id), one_line(alias)
    if not plain or plain in (known.name, *known.aliases):
        return
    meant = file.value("SELECT person_id FROM person_alias WHERE alias = ?", (plain,))
    if meant is not None:
        other = person(file, str(meant)).name
        raise Refused(f"“{plain}” is already remembered as {other}.", field="alias")
    with file.change(f"Remember “{plain}” as {known.name}") as change:
        change.insert("person_alias", person_id=person_id, alias=plain)


def forget_alias(file: OfficeFile, person_id: str, alias: str) -> None:
    """The name as written means nobody any more."""
    row = file.row("SELECT id FROM person_alias WHERE person_id = ? AND alias = ?", (person_id, alias))
    if row is not None:
        with file.change(f"Forget “{alias}”") as change:
            change.delete("person_alias", row["id"])


def remove_person(file: OfficeFile, person_id: str) -> None:
    """Take out somebody entered by mistake; refused where any record names the person."""
    known = person(file, person_id)
    if any(
        file.value(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (person_id,))
        for table, column in _NAMED_IN
    ):
        raise Refused(f"{known.name} is named in the records, so stays: end the membership instead.")
    with file.change(f"Remove {known.name}") as change:
        change.delete("person", person_id)


def _checked_name(name: str) -> str:
    plain = one_line(name)
    if not plain:
        raise Refused("Give the person a name.", field="name")
    return plain


def _person(row: Row, aliases: tuple[str, ...]) -> Person:
    return Person(
        row["id"],
        one_line(row["name"]),
        row["organisation_id"],
        row["email"],
        row["phone"],
        row["note"],
        aliases,
    )
