"""What a form is made of, and where each answer to it would put a unit."""
