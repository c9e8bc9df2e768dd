"""PDFs in, the same with pages that are pictures out."""

import io

import pypdfium2 as pdfium


def scanned(path, pages=None):
    """The PDF with its pages as pictures: all of them, or those of these numbers from 0."""
    source, target = pdfium.PdfDocument(path), pdfium.PdfDocument.new()
    for number in range(len(source)):
        if pages is not None and number not in pages:
            target.import_pages(source, [number])
            continue
        page = source[number]
        stream = io.BytesIO()
        page.render(scale=200 / 72).to_pil().convert("L").save(stream, "PDF", resolution=200)
        target.import_pages(pdfium.PdfDocument(stream.getvalue()))
    stream = io.BytesIO()
    target.save(stream)
    return stream.getvalue()
