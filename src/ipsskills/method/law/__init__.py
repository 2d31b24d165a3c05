"""Rules about notes on law and guidance: when they may be relied on, and for whom they are."""
