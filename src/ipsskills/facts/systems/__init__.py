"""What the pages are made of that say how the framework hangs together, and what is known."""
