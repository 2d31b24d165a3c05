"""Progress: where each unit stood over time."""
