"""The commands of ``ipsskills share``: a file each."""
