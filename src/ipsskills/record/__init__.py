"""The record: people, assessments, ratings, notes and plans, kept so that nothing is rewritten.

This is the only room that knows how things are stored.
"""
