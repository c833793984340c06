"""What `python-floor.ts` hands to a script: arrays by name, and settings; and how it answers."""

import json
import pathlib
import sys

import numpy as np


def read():
    """Returns the arrays as attributes of one object, and the settings."""
    folder = pathlib.Path(sys.argv[1])
    arrays = {file.stem: np.fromfile(file, dtype=file.suffix[1:]) for file in folder.iterdir() if file.suffix in (".f8", ".i4")}
    return type("Arrays", (), arrays), json.loads((folder / "settings.json").read_text())


def answer(seconds, result):
    print(json.dumps({"seconds": seconds, "result": result}))
