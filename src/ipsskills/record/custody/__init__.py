"""What becomes of records: files they went in, what is kept apart, objections, holds, erasures."""
