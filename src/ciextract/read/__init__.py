"""Bytes of a file in, one frozen Document out. What the text says is no concern of this room."""

from ciextract.read.source import read_document

__all__ = ["read_document"]
