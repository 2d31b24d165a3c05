"""Pages that say what goes to others, what came of them, and what others are handed."""
