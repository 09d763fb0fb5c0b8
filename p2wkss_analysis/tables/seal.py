"""Registering a change of the raw tables: new sha256 and size in `datapackage.json`, only when all is well.

The project's own tables get their typed copies anew at the same time.
"""

from __future__ import annotations

import copy
import hashlib
import json
import os
from collections.abc import Callable

from ..dictionary.tables import CHECKOUT, FILE, read_dictionary
from ..files.atomic import write_atomically
from ..say.errors import DataFaults, Fault
from .intake import read_folder
from .typed_copies import write_copies


def seal(folder: str | os.PathLike | None = None, also: Callable[[dict, dict], list[Fault]] | None = None) -> list[str]:
    """Register the raw tables as they are now; returns the names of those that had changed.

    Every rule but the hash must hold, and those of `also` (asked for faults of the tables together, by name, with the names
    of their files), otherwise `DataFaults` lists the faults and nothing is written.
    """
    dictionary = read_dictionary(folder)
    read = read_folder(dictionary, registered=False)
    faults = [fault for _, found in read.values() for fault in found]
    tables = {name: table for name, (table, _) in read.items()}
    if not faults and also is not None:
        faults = also(tables, {name: dictionary.path(name).name for name in tables})
    if faults:
        raise DataFaults(faults)
    package, changed = copy.deepcopy(dictionary.package), []
    for resource in package["resources"]:
        data = (dictionary.folder / resource["path"]).read_bytes()
        digest = "sha256:" + hashlib.sha256(data).hexdigest()
        if digest != resource.get("hash"):
            resource["hash"], resource["bytes"] = digest, len(data)
            changed.append(resource["name"])
    if changed:
        text = json.dumps(package, indent=1, ensure_ascii=False)
        write_atomically(dictionary.folder / FILE, text.encode("utf-8"), in_place=True)
    if dictionary.folder.resolve() == CHECKOUT:  # however the folder is named
        write_copies(tables)
    return changed
