"""Faults that a person might make, seeded one at a time, to see that the tests notice.

The list is `faults.toml`: at least one fault in every room and in every use case that a command
calls. ``python -m checks.faults`` runs it; it takes a while and is not one of the gates.
"""
