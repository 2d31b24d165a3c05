"""Lets ``python -m ipsskills`` start the program."""

from ipsskills.cli.app import main

if __name__ == "__main__":
    main()
