"""Before and in supervision: preparation, agenda, what is due."""
