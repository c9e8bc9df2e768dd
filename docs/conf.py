"""The pages of this folder in, the site out: `make docs`. It loads nothing from elsewhere."""

from ciextract import __version__

project = "ciextract"
author = "The ciextract authors"
copyright = "the ciextract authors, under the MIT licence"
version = release = __version__

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]  # the console lexer knows no quotes over several lines
highlight_language = "none"

html_theme = "furo"
html_title = f"ciextract {__version__}"
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {"footer_icons": []}
