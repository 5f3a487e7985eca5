"""The page with the recovery key of an encrypted office, to be printed and put away."""

from __future__ import annotations

from boarddesk.reports.document import Column, Document, Heading, Paragraph, Table, bold, bullets, cell, words
from boarddesk.rules.recovery_key import GROUPS

WHAT_IT_IS = (
    "This key opens the office file when the passphrase is forgotten. Whoever holds this page can read the "
    "office: keep it as you keep confidential papers, and not beside the computer."
)
ONLY_TWO = (
    "If the passphrase and this key are both lost, nobody can open the office any more, its makers neither. "
    "There is no other way in."
)
HOW = (
    "When BoardDesk asks for the passphrase, type the thirteen groups instead, in their order.",
    "Capital letters, hyphens and spaces make no difference. There is no letter I, L, O or U: "
    "1 and 0 are figures.",
    "A slip of the keys is said at once, with the number of its group. Nothing happens to the file.",
    "Another passphrase has another key. Destroy this page then, unless older backups are kept under it.",
)


def recovery_page(key: str, *, file_name: str, made_on: str) -> Document:
    """`key` is written as it is typed, its groups parted by hyphens."""
    groups = key.split("-")
    return Document(
        title="Recovery key",
        facts="\N{NO-BREAK SPACE}· ".join(("Office file " + file_name, made_on)),
        short_title="Recovery key",
        footer=f"{file_name} · {made_on}",
        blocks=(
            Paragraph(words(WHAT_IT_IS)),
            Paragraph(words(bold(ONLY_TWO))),
            Heading("The key"),
            Table(
                "The groups of the key",
                f"The {GROUPS} groups of five letters and figures, in the order in which they are typed.",
                (Column("Group", 2.4), Column("Letters and figures", 6.0)),
                tuple((cell(str(at)), cell(group)) for at, group in enumerate(groups, 1)),
            ),
            Heading("How it is used"),
            *bullets(HOW),
        ),
    )


def recovery_text(key: str, *, file_name: str, made_on: str) -> str:
    """The same as plain text."""
    groups = (f"{at:>2}  {group}" for at, group in enumerate(key.split("-"), 1))
    lines = [
        "Recovery key",
        f"Office file {file_name}, {made_on}",
        "",
        WHAT_IT_IS,
        "",
        ONLY_TWO,
        "",
        *groups,
        "",
        *HOW,
    ]
    return "\n".join(lines) + "\n"
