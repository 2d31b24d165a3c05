"""How quick the program is, always as measured beside something to compare it with."""
