"""PDFs in, the same with pages that are pictures out."""

import io
from contextlib import closing

import pypdfium2 as pdfium


def scanned(path, pages=None):
    """The PDF with its pages as pictures: all of them, or those of these numbers from 0."""
    with closing(pdfium.PdfDocument(path)) as source, closing(pdfium.PdfDocument.new()) as target:
        return _scanned(source, target, pages)


def _scanned(source, target, pages):
    for number in range(len(source)):
        if pages is not None and number not in pages:
            target.import_pages(source, [number])
            continue
        stream = io.BytesIO()
        with closing(source[number]) as page:
            page.render(scale=200 / 72).to_pil().convert("L").save(stream, "PDF", resolution=200)
        with closing(pdfium.PdfDocument(stream.getvalue())) as picture:
            target.import_pages(picture)
    stream = io.BytesIO()
    target.save(stream)
    return stream.getvalue()
