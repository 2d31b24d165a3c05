"""The harness of what goes wrong, in a short run; ``python -m stress`` is the long one."""
