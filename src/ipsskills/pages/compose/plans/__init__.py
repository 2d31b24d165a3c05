"""Pages about learning plans: the plan as it stands, and what became of its goals."""
