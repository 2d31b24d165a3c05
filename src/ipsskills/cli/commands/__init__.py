"""One file for each command or group of commands; each parses, calls one use case, shows."""
