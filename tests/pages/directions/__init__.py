"""Which way a text is read."""
