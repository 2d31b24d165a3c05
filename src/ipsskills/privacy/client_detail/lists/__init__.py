"""The lists that the check for clients' details goes by: short ones of ours, one of all words."""
