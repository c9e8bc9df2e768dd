"""Documents in, their records out, each read in a process of its own; what they say is the pipeline's concern."""
