"""Two records in, their differences by meaning out: values are matched by what they are, never by where they stand."""

from ciextract.difference.comparing import compare, json_of, layers
from ciextract.difference.model import Comparison, Difference, Group, Kind, Side

__all__ = ["Comparison", "Difference", "Group", "Kind", "Side", "compare", "json_of", "layers"]
