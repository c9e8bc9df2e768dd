"""Records come in; what they say beside each other goes out. Nothing is extracted here, nothing is printed."""
