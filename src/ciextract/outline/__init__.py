"""The parts of a file and the tree of its headings, tiling the canonical text."""

from ciextract.outline.model import Heading, Outline, PartFound, SectionFound
from ciextract.outline.tree import outline

__all__ = ["Heading", "Outline", "PartFound", "SectionFound", "outline"]
