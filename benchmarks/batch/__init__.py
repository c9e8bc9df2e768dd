"""In: folders of invented documents. Out: whether a batch keeps its promises, and how fast and large it is."""
