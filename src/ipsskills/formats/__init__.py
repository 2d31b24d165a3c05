"""Files that people exchange: answers, blank forms, tables."""
