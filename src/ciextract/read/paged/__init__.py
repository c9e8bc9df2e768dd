"""A PDF read in one load of each page: glyphs, frame, sequence, grid and cells, put together by the reader."""
