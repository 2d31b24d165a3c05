"""The radar chart: a spoke for each unit, a ring for each answer."""
