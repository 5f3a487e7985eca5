"""A judged package written anew for the library that reads it: known parts at known addresses, none besides.

openpyxl looks for parts where Excel puts them, by exact letters, and stops at the first picture, link or
setting that is not as it knows it; so it is handed only what is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

TROUBLE = (ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, ValueError)
"""What the library raises where a part is not as it knows it."""
OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LINKS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True)
class Part:
    """One part handed on: what it is to the main part, where it shall stand, and its XML."""

    kind: str
    address: str
    content_type: str
    data: bytes


def written_anew(main: Part, beside: Sequence[Part]) -> BytesIO:
    """The package of a main part and the parts it points to."""
    folder, _, file = main.address.rpartition("/")
    types = "".join(
        f'<Override PartName="/{part.address}" ContentType="{OFFICE}.{part.content_type}+xml"/>'
        for part in (main, *beside)
    )
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_LINKS_TYPE}"/>{types}</Types>',
        )
        package.writestr("_rels/.rels", _links([main]))
        package.writestr(f"{folder}/_rels/{file}.rels", _links(beside))
        for part in (main, *beside):
            package.writestr(part.address, part.data)
    stream.seek(0)
    return stream


def _links(parts: Sequence[Part]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONSHIPS}/{part.kind}" Target="/{part.address}"/>'
        for number, part in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
