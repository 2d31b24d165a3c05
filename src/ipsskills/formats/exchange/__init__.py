"""The file that goes from one person's record to another's: what is in it, and how it is closed."""
