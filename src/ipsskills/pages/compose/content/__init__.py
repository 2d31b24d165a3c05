"""Pages of the content: units, the handbook, explanations; nothing in them is about people."""
