"""What is particular to completion: the shells' scripts, the words they get, how Typer is bent."""
