"""What the program does, by what people come to do. Returns frozen results, owns the transaction."""
