"""A few drawing orders in, the bytes of a small PDF out: for tests of what one page of it gives."""

HELVETICA, BOLD = "F1", "F2"
WIDTH, HEIGHT = 595, 842


def words(x, y, text, size=12, font=HELVETICA):
    """Text at (x, y) from the bottom left of the page."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def rule(x0, y0, x1, y1):
    """A thin line."""
    return f"0.5 w {x0} {y0} m {x1} {y1} l S"


def box(x, y, width, height):
    """A stroked rectangle."""
    return f"0.5 w {x} {y} {width} {height} re S"


def pdf(*pages, rotate=0, crop=None, shared=False):
    """A PDF of pages, each a list of drawing orders; ``shared`` where all have the media box of their tree."""
    media = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] "
    extra = f"/Rotate {rotate} " + (f"/CropBox [{' '.join(map(str, crop))}] " if crop else "")
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} {media if shared else ''}>>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for index, orders in enumerate(pages):
        content = "\n".join(orders)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {'' if shared else media}{extra}"
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * index} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return _file(objects)


def form(orders, value, inherited=False):
    """A page with a field that holds a value; ``inherited`` where its tree has its font, which has an encoding of its own."""
    content, look = "\n".join(orders), f"BT /F1 11 Tf 2 4 Td ({value}) Tj ET"
    fonts = "/Resources << /Font << /F1 3 0 R >> >> "
    differences = (
        "<< /Type /Encoding /Differences [97 /b /c /d /e /f /g /h /i /j /k /l /m /n /o /p /q /r /s /t /u /v] >>"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
        f"<< /Type /Pages /Kids [4 0 R] /Count 1 {fonts if inherited else ''}>>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {differences} >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {'' if inherited else fonts}"
        "/Contents 5 0 R /Annots [6 0 R] >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /F 4 /Rect [150 690 350 708] /AP << /N 7 0 R >> >>",
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 200 18] {fonts}/Length {len(look)} >>\nstream\n{look}\nendstream",
    ]
    return _file(objects)


def _file(objects):
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + tail.encode() + trailer.encode()
