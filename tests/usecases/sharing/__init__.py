"""Files that go from one record to another."""
