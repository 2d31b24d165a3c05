"""Makes pages from what use cases found: one file a page."""
