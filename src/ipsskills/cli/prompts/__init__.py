"""Questions asked at a terminal, and the care taken over the answers."""
