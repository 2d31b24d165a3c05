"""Shows results on the screen and in files."""
