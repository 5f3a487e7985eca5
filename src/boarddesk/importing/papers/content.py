"""What a paper is by its content, whatever its name says; programs and what nobody can print are refused."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from boarddesk.importing.papers.office_paper import OfficePaper
from boarddesk.importing.tables.package import DAMAGE
from boarddesk.rules.papers.finding import LARGEST, PaperKind
from boarddesk.rules.papers.sentences import too_large
from boarddesk.rules.refused import FileProblem

_PROGRAMS = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
    b"L\0\0\0\x01\x14\x02\0",  # a shortcut, which starts what it leads to
    b"\0asm",
)
_PROGRAM_NAMES = re.compile(
    r"ace|app|appimage|appref-ms|apk|application|bas|bat|bin|cab|chm|cmd|com|cpl|deb|dll|dmg|exe|gadget|hta|inf|ins|iso"
    r"|jar|jse?|jnlp|ksh|lnk|mht|mhtml|msc|msh|msi|msp|mst|ocx|pif|pkg|ps[12]|ps1xml|psc1|psm1|pyc?|reg|rpm|run|scf|scr"
    r"|sct|settingcontent-ms|sh|shb|shs|svg|swf|sys|url|vbe?|vbs|vhd|wasm|website|wsc?|wsf|wsh|xbap|xll|xnk"
)
_SCRIPT = re.compile(
    rb"\s*(?:<\?php|<script\b|@echo\b|windows registry editor|\[internetshortcut\]|\[autorun\])",
    re.IGNORECASE,
)
_WEB_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|svg)\b", re.IGNORECASE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOLDERS = {"word": PaperKind.WORD, "xl": PaperKind.EXCEL, "ppt": PaperKind.POWERPOINT}
_OLE_DOCUMENTS = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
_SAVE = "Ask for it as a Word document, a workbook, slides or a PDF."


def kind_of(content: bytes, name: str) -> PaperKind:
    """What the bytes are. Raises FileProblem for programs and for everything that is no paper."""
    if name.startswith("~$"):
        raise FileProblem(
            f"“{name}” is the marker an Office program leaves while a paper is open. Drop the paper itself."
        )
    if not content:
        raise FileProblem(f"“{name}” is empty. Ask for it to be sent again.")
    if len(content) > LARGEST:
        raise FileProblem(too_large(name, len(content)))
    _refuse_programs(content, name)
    if b"%PDF-" in content[:1024]:
        return PaperKind.PDF
    if content.startswith(b"PK"):
        return _in_package(content, name)
    if content.startswith(_OLE):
        return _in_container(content, name)
    if content.startswith(b"{\\rtf"):
        return PaperKind.RICH_TEXT
    if content.startswith(_PICTURES) or (content.startswith(b"RIFF") and content[8:12] == b"WEBP"):
        return PaperKind.PICTURE
    if _is_text(content):
        return PaperKind.TEXT
    raise FileProblem(f"“{name}” is no kind of paper that BoardDesk knows. {_SAVE}")


def _refuse_programs(content: bytes, name: str) -> None:
    ending = PurePath(name.casefold().strip(" .")).suffix.removeprefix(".")
    starts = content.startswith(_PROGRAMS) or (content.startswith(b"MZ") and b"\0" in content[:512])
    if starts or _PROGRAM_NAMES.fullmatch(ending) or _SCRIPT.match(content[:2048]):
        raise FileProblem(f"“{name}” is a program or starts one, not a paper. It was not taken in. {_SAVE}")
    if _WEB_PAGE.match(content[:2048]):
        raise FileProblem(f"“{name}” is a web page, which can run programs. {_SAVE}")


def _in_package(content: bytes, name: str) -> PaperKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {entry.filename.casefold() for entry in archive.infolist()}
            if "mimetype" in parts and b"opendocument" in archive.open("mimetype").read(200):
                return PaperKind.OPEN_DOCUMENT
    except (*DAMAGE, RuntimeError, KeyError) as trouble:
        raise FileProblem(
            f"“{name}” is damaged: it ends too soon or does not hold together. Ask for it to be sent again."
        ) from trouble
    if "[content_types].xml" not in parts:
        raise FileProblem(f"“{name}” is a zip file, not a paper. Unpack it and drop the papers inside.")
    main = OfficePaper(content, name).main
    kind = _FOLDERS.get(main.split("/")[0])
    if kind is None or main.endswith(".bin"):
        raise FileProblem(f"“{name}” is a kind of Office file that cannot be looked through. {_SAVE}")
    return kind


def _in_container(content: bytes, name: str) -> PaperKind:
    """Old Office files, and new ones locked with a password, sit in the same kind of container."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return PaperKind.LOCKED
    if any(stream.encode("utf-16-le") in content for stream in _OLE_DOCUMENTS):
        return PaperKind.OLD_OFFICE
    raise FileProblem(f"“{name}” is no kind of paper that BoardDesk knows. {_SAVE}")


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\0" not in content[:65536]
