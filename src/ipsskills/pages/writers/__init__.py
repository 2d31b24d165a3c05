"""Writers: one file for each format a page can be written in; ``formats`` is the list of them."""
