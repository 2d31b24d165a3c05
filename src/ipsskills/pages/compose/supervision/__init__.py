"""Before and in supervision: the agenda, what is due."""
