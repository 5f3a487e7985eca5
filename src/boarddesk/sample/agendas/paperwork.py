"""Small Word files for the sample's papers, the same bytes each time; one keeps its tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_LONG_AGO = (2026, 1, 2, 9, 0, 0)


def word_file(title: str, paragraphs: Sequence[str], *, by: str = "") -> bytes:
    """A document of a heading and paragraphs; somebody's changes and comments are still in it."""
    body = _paragraph(title, style="Heading1") + "".join(
        _changed(words, by, number) if by else _paragraph(words) for number, words in enumerate(paragraphs)
    )
    parts = {
        "[Content_Types].xml": _types(with_comments=bool(by)),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": _STYLES,
    }
    links = [("styles", "styles.xml")]
    if by:
        parts["word/comments.xml"] = _comments(by)
        links.append(("comments", "comments.xml"))
    parts["word/_rels/document.xml.rels"] = _relations(*links)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, _LONG_AGO), f"{_XML}{text}")
    return written.getvalue()


_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style></w:styles>'
)


def _run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>'


def _paragraph(words: str, *, style: str = "") -> str:
    how = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{how}{_run(words)}</w:p>"


def _changed(words: str, by: str, number: int) -> str:
    """A paragraph with a word taken out and one put in, and a comment on it."""
    first, _, rest = words.partition(" ")
    who = f'w:id="{number * 2 + 10}" w:author="{escape(by)}" w:date="2026-05-20T09:00:00Z"'
    put_in = f'w:id="{number * 2 + 11}" w:author="{escape(by)}" w:date="2026-05-20T09:05:00Z"'
    comment = number < len(COMMENTS)
    begins, ends = (f'<w:commentRange{edge} w:id="{number}"/>' for edge in ("Start", "End"))
    return (
        f"<w:p>{begins if comment else ''}<w:del {who}>{_run('Roughly: ', 'delText')}</w:del>"
        f"<w:ins {put_in}>{_run(f'{first} ')}</w:ins>{_run(rest)}{ends if comment else ''}"
        + (f'<w:r><w:commentReference w:id="{number}"/></w:r>' if comment else "")
        + "</w:p>"
    )


COMMENTS = ("Is this still right after the last week?", "Ask Tessa before this goes out.")


def _comments(by: str) -> str:
    each = "".join(
        f'<w:comment w:id="{number}" w:author="{escape(by)}" w:date="2026-05-20T09:10:00Z">'
        f"{_paragraph(words)}</w:comment>"
        for number, words in enumerate(COMMENTS)
    )
    return f'<w:comments xmlns:w="{_W}">{each}</w:comments>'


def _types(*, with_comments: bool) -> str:
    kinds = {"document": "document.main", "styles": "styles"}
    if with_comments:
        kinds["comments"] = "comments"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*links: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
