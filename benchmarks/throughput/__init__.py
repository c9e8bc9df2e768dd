"""In: the fixtures' sentences. Out: how fast the extractors read text, beside peers that run at the same time."""
