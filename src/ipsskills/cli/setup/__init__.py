"""What a command needs before it starts: settings, places, the record."""
