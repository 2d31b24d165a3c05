"""The content: the competence framework and its curriculum, read strictly from YAML.

This is the only room that reads YAML. It knows nothing of people or answers kept.
"""
