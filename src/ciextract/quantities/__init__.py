"""Sentences in, quantities with their populations and grades out: pure functions on words. No document is known."""
