"""Word files made from a few lines of their XML, for tests."""

import io
import zipfile

from ciextract.read import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def relation(kind, target, base=OFFICE):
    return f'<Relationship Id="r-{target}" Type="{base}/{kind}" Target="{target}"/>'


def archive(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return stream.getvalue()


def word_file(body, *, more=None, **parts):
    """The bytes of a Word file; ``parts`` are the insides of styles, numbering, footnotes, header1 and so on."""
    members = {
        "_rels/.rels": RELATIONS.format(relation("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS.format(
            "".join(relation(name.rstrip("0123456789"), f"{name}.xml") for name in parts)
        ),
    }
    for name, inside in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
        members[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
    return archive(members | (more or {}))


def t(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside, style=None, props=""):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(piece if piece.startswith("<") else t(piece) for piece in inside)
    return f"<w:p><w:pPr>{named}{props}</w:pPr>{runs}</w:p>"


def listed(text, listing=1, level=0, style=None):
    return p(text, style=style, props=numbered(listing, level))


def numbered(listing=1, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listing}"/></w:numPr>'


def cell(*paragraphs, props=""):
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(paragraphs) or p()}</w:tc>"


def row(*cells, props=""):
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(body, **parts):
    return read_document(word_file(body, **parts))


def text(body, **parts):
    return read(body, **parts).text
