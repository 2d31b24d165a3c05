"""The interview at a terminal: the screen, plain lines, keys."""
