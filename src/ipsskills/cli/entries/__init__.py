"""The options, questions and tables by which entries come in."""
