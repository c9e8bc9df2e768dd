"""In: a seed. Out: damaged and hostile documents, and what became of each; the same ones for the same seed."""
