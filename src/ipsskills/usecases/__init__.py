"""What the program does, by what people come to do; each use case owns its transaction."""
