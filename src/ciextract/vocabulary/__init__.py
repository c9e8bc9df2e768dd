"""Words and rules as data: TOML files, and for each a small module that makes them ready. Nothing is found here."""
