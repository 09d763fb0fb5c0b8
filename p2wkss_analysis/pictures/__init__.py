"""Pictures: functions of results and places. The only room that imports matplotlib."""

import os

from ..files.homeless import has_home

if not has_home():
    import matplotlib

    # without a home, Fontconfig would say three times in English that it keeps no list; matplotlib's own place goes with the run
    os.environ.setdefault("XDG_CACHE_HOME", matplotlib.get_cachedir())
