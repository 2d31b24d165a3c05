"""What the program does: one file a verb. Returns frozen results, owns the transaction."""
