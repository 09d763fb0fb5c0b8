"""`python -m p2wkss_analysis ...` is `p2wkss ...`."""

import sys

from .cli import main

sys.exit(main())
