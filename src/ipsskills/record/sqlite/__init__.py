"""What is SQLite's own: the connection, copies of the file, its health and its faults."""
