"""``ipsskills chart``: a module a chart, and the group that lists them."""
