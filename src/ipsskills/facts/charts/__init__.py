"""What charts show, as facts."""
