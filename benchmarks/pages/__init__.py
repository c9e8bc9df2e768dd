"""In: PDFs. Out: how fast their pages become records, and in how much memory, beside other readers of PDFs."""
