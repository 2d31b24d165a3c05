"""Beginning, filling in and agreeing assessments."""
