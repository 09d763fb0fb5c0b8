"""Registering a change of the raw tables: new sha256 and size in `datapackage.json`, only when all is well.

The project's own tables get their typed copies anew at the same time.
"""

from __future__ import annotations

import hashlib
import json
import os

from ..dictionary.tables import CHECKOUT, FILE, read_dictionary
from ..files.atomic import write_atomically
from ..say.errors import DataFaults
from .intake import read_folder
from .typed_copies import write_copies


def seal(folder: str | os.PathLike | None = None) -> list[str]:
    """Register the raw tables as they are now; returns the names of those that had changed.

    Every rule but the hash must hold, otherwise `DataFaults` lists the faults and nothing is written.
    """
    dictionary = read_dictionary(folder)
    read = read_folder(dictionary, registered=False)
    faults = [fault for _, found in read.values() for fault in found]
    if faults:
        raise DataFaults(faults)
    changed = []
    for resource in dictionary.package["resources"]:
        data = (dictionary.folder / resource["path"]).read_bytes()
        digest = "sha256:" + hashlib.sha256(data).hexdigest()
        if digest != resource.get("hash"):
            resource["hash"], resource["bytes"] = digest, len(data)
            changed.append(resource["name"])
    if changed:
        text = json.dumps(dictionary.package, indent=1, ensure_ascii=False)
        write_atomically(dictionary.folder / FILE, text.encode("utf-8"), in_place=True)
    if dictionary.folder == CHECKOUT:
        write_copies({name: table for name, (table, _) in read.items()})
    return changed
