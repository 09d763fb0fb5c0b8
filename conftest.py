"""Tests and stored notebooks run without progress bars: what they print is compared."""

import os

os.environ["TQDM_DISABLE"] = "1"
