"""PDF pages: what they hold, how they are read, and what draws their characters."""
