"""``python -m sourced``."""

import sys

from sourced import dependencies

if __name__ == "__main__":
    if line := dependencies.missing():
        sys.exit(line)
    from sourced.cli import main

    main(prog_name="python -m sourced")
