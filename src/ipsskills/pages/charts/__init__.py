"""Charts: what they show, and the only modules that draw."""
