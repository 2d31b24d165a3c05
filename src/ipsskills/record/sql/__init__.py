"""What any database does: the connection, queries, rows read and written, the tables' classes."""
