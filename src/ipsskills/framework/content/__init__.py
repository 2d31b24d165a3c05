"""What the content has to be: counted, held to the house style, kept by release."""
