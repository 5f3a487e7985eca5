"""Rule 20, the properties: no person's name, no address and no path of a computer travels with the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import DC, Element, local
from boarddesk.rules.names.personal import is_personal

_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_PATH = re.compile(
    r"file:/{2,}|"
    r"(?<![A-Za-z])[A-Za-z]:[\\/]+[\w .()~-]+[\\/]|(?<![\\\w:])\\\\[\w.$-]+\\|/(?:Users|home)/[\w.-]+/"
)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PERSONS_PART = re.compile(
    r"author|owner|editor|user|person|people|manager|createdby|modifiedby|checkedout|lastsaved|sharedwith|"
    r"displayname|client|child|pupil|student|officer|nhs ?n|upn\b|date ?of ?birth|\bdob\b|typist|reviewer|"
    r"accountname|prepared",
    re.IGNORECASE,
)
_READ = frozenset(
    ("Relationships", "Types", "styles", "theme", "fonts", "numbering", "coreProperties", "Properties",
     "people")
)  # fmt: skip
_OFTEN_SHARED = re.compile(
    r"send|inbox|enquir|info|admin|office|team|board|contact|support|no-?reply|council", re.IGNORECASE
)


def properties(package: Package) -> Iterator[Finding]:
    """20: no personal metadata."""
    text = package.text
    for name, said in _named(package):
        if is_personal(said, beside=text):
            yield Finding(20, "document properties", f"A person's name is kept as the {name}.")
    for name, said in _custom(package):
        if _MAIL.search(said) or (_PERSONS_PART.search(name) and is_personal(said, beside=text)):
            yield Finding(20, "document properties", f"Something about a person is kept as “{name}”.")
    for name, root in package.parts.items():
        if _is_read(package, root):
            continue
        yield from _about_persons(name, root, text)
    for where, root in package.stories:
        held = (str(said) for each in root.iter() for said in each.attrib.values() if "@" in str(said))
        if any(_MAIL.search(said) for said in held):
            yield Finding(20, where, "An address of a person is kept in a control or behind a picture.")
    yield from _paths(package)


def _named(package: Package) -> Iterator[tuple[str, str]]:
    """The properties that hold a name, with what they are called."""
    yield "author", package.core(f"{DC}creator")
    yield "last author", package.core(f"{_CORE}lastModifiedBy")
    yield "contributor", package.core(f"{DC}contributor")
    yield "publisher", package.core(f"{DC}publisher")
    yield "manager", package.app("Manager")
    yield "company", package.app("Company")
    for root in package.parts.values():
        if local(root) == "people":
            for person in root:
                names = [held for key, held in person.attrib.items() if str(key).endswith("}author")]
                yield from (("author of changes", held) for held in names)


def _custom(package: Package) -> Iterator[tuple[str, str]]:
    """The properties that somebody or some program added."""
    for root in package.parts.values():
        if local(root) == "Properties" and "custom-properties" in str(root.tag):
            for held in root:
                yield held.get("name", ""), "".join(map(str, held.itertext())).strip()
    for name in ("subject", "description"):
        yield name, package.core(f"{DC}{name}")
    for name in ("keywords", "category", "contentStatus"):
        yield name, package.core(f"{_CORE}{name}")


def _is_read(package: Package, root: Element) -> bool:
    return local(root) in _READ or any(root in (story, story.getparent()) for _, story in package.stories)


def _about_persons(name: str, root: Element, text: str) -> Iterator[Finding]:
    """Names and addresses in the parts that other programs keep beside the text."""
    for each in root.iter():
        held = [
            (local(each), each.text or ""),
            *((str(key), str(value)) for key, value in each.attrib.items()),
        ]
        for key, said in held:
            named = _PERSONS_PART.search(key.rpartition("}")[2]) and is_personal(said, beside=text)
            if named or ("@" in said and any(not _OFTEN_SHARED.match(mail) for mail in _MAIL.findall(said))):
                yield Finding(20, name, "Something about a person is kept beside the text.")
                return


def _paths(package: Package) -> Iterator[Finding]:
    """Folders of a computer or of a council's drives: in a relationship, a property, a picture's name."""
    for name, root in package.parts.items():
        if any(_PATH.search(said) for each in root.iter() for said in _kept_by(each)):
            yield Finding(20, name, "A folder of somebody's computer or network is named.")


def _kept_by(each: Element) -> Iterator[str]:
    """What an element keeps and nobody reads, where it might be a folder."""
    for said in each.attrib.values():
        if "\\" in said or "/" in said:
            yield str(said)
    said = each.text or ""
    if ("\\" in said or "/" in said) and local(each) not in ("t", "delText"):
        yield said.replace("\\\\", "\\") if local(each) == "instrText" else said
