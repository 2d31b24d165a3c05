"""The profile: a row for each unit, the four answers side by side."""
