"""The kinds of headings that code asks about by name. Which words are headings of each stands in headings.toml."""

TOPIC = "topic"
"""A heading that is not known by its words, below another one."""
OTHER = "other"
"""One that is not known by its words, at the top."""
UNKNOWN = frozenset({TOPIC, OTHER})
STATEMENTS = ("statement", "question")
"""What inspectors set out to judge, numbered as the programme numbers it."""
SIDES = frozenset({"strengths", "areas_for_improvement"})
"""Key messages that are told apart."""
MESSAGES = SIDES | {"key_messages"}
IMPLICATIONS = "implications"
"""What a paper says that its matter means for money, staff and the law."""
