"""One search over all of the content: what is kept to search by, and how finds are ordered."""
