"""What becomes of a record when everything goes wrong: kills, power cuts, full disks, many at once.

``python -m stress`` runs all of it and prints its figures; docs/security.md says what each shows.
It needs a system that can fork and stop processes (Linux, macOS).
"""
