"""``python -m sourced``."""

from sourced.cli import main

if __name__ == "__main__":
    main(prog_name="python -m sourced")
