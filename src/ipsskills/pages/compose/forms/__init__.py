"""What forms say: their questions, and what each answer comes to, in words."""
