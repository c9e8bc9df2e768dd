"""What a programme of inspections looks like, as data, and which programme a document is of."""
