"""The rules, one small module each: what it says, its bar, and a function that yields findings."""
