"""Tests of charts: what they show, that all of it can be read, and that they tell apart."""
