"""Which way each part of a line is read, for a writer that has to set the parts itself."""
