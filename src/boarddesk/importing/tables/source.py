"""Opens a source document by what it is, not by what it is called; every refusal is one calm sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boarddesk.importing.tables.grid import SourceTables
from boarddesk.importing.tables.package import MB, MOST_BYTES, Package, damaged
from boarddesk.rules.refused import FileProblem

SAVE_AS = "Open it and save it as a Word document (.docx) or Excel workbook (.xlsx), then try that."
NOT_WORD = "is not a Word document (.docx). Open it in the program it was made with and save it as one."
OTHERS = (
    (
        b"%PDF",
        "is a PDF, which keeps no tables. Ask its owner for the Word or Excel document it was made from.",
    ),
    (b"{\\rtf", f"is in rich text format. {SAVE_AS}"),
    (b"\x89PNG", "is a picture. Ask its owner for the Word or Excel document behind it."),
    (b"\xff\xd8\xff", "is a picture. Ask its owner for the Word or Excel document behind it."),
    (b"GIF8", "is a picture. Ask its owner for the Word or Excel document behind it."),
    (
        b"SQLite format 3",
        "is an office file, not a document. Choose a Word document, an Excel workbook or a CSV file.",
    ),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEPARATED = {".csv", ".tsv", ".txt"}


def read_tables(path: Path) -> SourceTables:
    """Everything in a Word document, Excel workbook or CSV file, or a FileProblem saying why not.

    Read what you do not trust through `child.read_tables_apart`, which bounds time and memory too.
    """
    _refuse_by_name(path)
    with _disk_spoken_for(path):
        head, size = _look(path)
        _refuse_by_content(path, head, size)
        if head.startswith(b"PK"):
            return _read_package(path)
        return _read_text(path)


def word_document(path: Path) -> bytes:
    """The bytes of a Word document, judged as an import is: its size, and what it unpacks to.

    Raises FileProblem where it is none, locked, damaged, or far bigger inside than it looks.
    """
    _refuse_by_name(path)
    with _disk_spoken_for(path):
        head, size = _look(path)
        if head.startswith(OLE):
            raise FileProblem(f"“{path.name}” {_why_ole(path)}")
        if size and not head.startswith(b"PK"):
            raise FileProblem(f"“{path.name}” {NOT_WORD}")
        _refuse_by_content(path, head, size)
        content = path.read_bytes()
        package = Package(path, content)
        for part in package.names():
            package.data(part)
        return content


@contextmanager
def _disk_spoken_for(path: Path) -> Iterator[None]:
    """What the disk says no to is one calm sentence."""
    try:
        yield
    except FileProblem:
        raise
    except PermissionError as trouble:
        raise FileProblem(
            f"“{path.name}” cannot be read: another program has it open, or this account may not read it. "
            "Close it there and try again."
        ) from trouble
    except OSError as trouble:
        raise FileProblem(
            f"“{path.name}” could not be read from its disk. Copy it to this computer and try the copy."
        ) from trouble


def _refuse_by_name(path: Path) -> None:
    if path.name.startswith("~$"):
        raise FileProblem(
            f"“{path.name}” is the marker an Office program leaves while a document is open. "
            "Close the document and choose the document itself."
        )
    if path.is_dir():
        raise FileProblem(
            f"“{path.name}” is a folder. Choose a Word document, an Excel workbook or a CSV file."
        )
    if not path.exists():
        raise FileProblem(
            f"There is no file “{path.name}” in that place. Check the name, or choose it again."
        )


def _look(path: Path) -> tuple[bytes, int]:
    with path.open("rb") as stream:
        return stream.read(8192), path.stat().st_size


def _refuse_by_content(path: Path, head: bytes, size: int) -> None:
    if not size or not head:
        raise FileProblem(f"“{path.name}” is empty. Ask for it to be sent again.")
    if size > MOST_BYTES:
        raise FileProblem(
            f"“{path.name}” is larger than {MOST_BYTES // MB} MB. "
            "Remove its pictures, or copy its tables into a new document."
        )
    for sign, sentence in OTHERS:
        if head.startswith(sign):
            raise FileProblem(f"“{path.name}” {sentence}")
    if head.startswith(OLE):
        raise FileProblem(f"“{path.name}” {_why_ole(path)}")


def _why_ole(path: Path) -> str:
    """An old Office file, or a new one locked with a password, sit in the same kind of container."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is protected by a password. Open it, save a copy without the password and try that."
    return (
        "is in the format of Office before 2007, or protected by a password. Open it and save it without a "
        "password as a Word document (.docx) or Excel workbook (.xlsx), then try that."
    )


def _read_package(path: Path) -> SourceTables:
    package = Package(path)
    try:
        return _by_main_part(package)
    finally:
        package.close()


def _by_main_part(package: Package) -> SourceTables:
    part = package.main_part("")
    folder = part.split("/")[0] if part else ""
    if "mimetype" in package and b"opendocument" in package.data("mimetype"):
        raise FileProblem(f"“{package.name}” is an OpenDocument file. {SAVE_AS}")
    if part.endswith(".bin"):
        raise FileProblem(f"“{package.name}” is a binary workbook (.xlsb). {SAVE_AS}")
    if folder == "ppt":
        raise FileProblem(
            f"“{package.name}” is a presentation. Copy its tables into a Word document and try that."
        )
    if folder == "xl" or "xl/workbook.xml" in package:
        from boarddesk.importing.tables.excel.workbook import read_excel

        return read_excel(package, part or "xl/workbook.xml")
    if folder == "word" or "word/document.xml" in package:
        from boarddesk.importing.tables.word.document import read_word

        return read_word(package, part or "word/document.xml")
    if "[content_types].xml" in package:
        raise damaged(package.name)
    raise FileProblem(
        f"“{package.name}” is a zip file, not a document. Unpack it and choose the Word or Excel file inside."
    )


def _read_text(path: Path) -> SourceTables:
    data = path.read_bytes()
    if path.suffix.lower() not in SEPARATED or _binary(data):
        raise FileProblem(
            f"“{path.name}” is not a Word document, an Excel workbook or a CSV file, whatever its name says. "
            f"{SAVE_AS}"
        )
    from boarddesk.importing.tables.separated import read_separated

    return read_separated(path, data)


def _binary(data: bytes) -> bool:
    from boarddesk.importing.tables.separated import utf_16_without_mark

    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return b"\0" in data[:65536] and not marked and not utf_16_without_mark(data)
