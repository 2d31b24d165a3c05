"""People's own rights over what is kept: shown, held, erased, contested."""
