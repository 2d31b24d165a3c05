"""What is told of files and forms that come and go, of people's rights, and of what is undone."""
