"""Looks at pages in HTML with a real browser, and with the checkers that judge pages anywhere.

Whoever has no browser skips these with a reason; where `.ci/run` runs them, it fails.
"""
