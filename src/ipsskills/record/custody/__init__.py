"""What becomes of records: files they go in, what is kept apart, objections, holds, erasures."""
