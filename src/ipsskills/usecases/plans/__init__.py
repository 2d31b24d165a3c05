"""Learning plans: goals, their steps, their whole life."""
