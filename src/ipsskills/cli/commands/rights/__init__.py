"""What somebody types to see, hold, erase or take along what is kept about a person."""
