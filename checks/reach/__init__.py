"""``python -m checks.reach`` compares every text in ``data/`` with what pages print."""
