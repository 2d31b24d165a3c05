"""Lets ``python -m ipsskills`` start the program."""

from ipsskills.cli.main import main

if __name__ == "__main__":
    main()
