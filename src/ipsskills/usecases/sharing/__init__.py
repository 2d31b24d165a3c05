"""Files that go from one record to another: what goes, what comes in, what is kept apart."""
