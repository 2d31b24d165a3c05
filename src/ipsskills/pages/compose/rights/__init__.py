"""What is said of people's rights over what is kept: holds, erasures, all that is held."""
