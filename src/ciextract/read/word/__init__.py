"""Word documents; ``reader`` is the way in."""
