"""``ipsskills share``."""
