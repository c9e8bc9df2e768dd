"""In: the gold files and the records that ciextract makes of their documents. Out: how right every layer is.

Run it from the project's root with ``python -m benchmarks.accuracy``. What identifies a fact in each layer, and what
must be right before it counts, is in :mod:`benchmarks.accuracy.layers`. Nothing here parses a document: the one
import of ciextract stands in ``__main__``.
"""
