"""What is said once an answer is agreed, and on one screen at the end of an interview."""
