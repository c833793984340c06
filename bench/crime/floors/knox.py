"""The Knox test as one writes it with scipy: a tree finds the near pairs, each permutation bins their days."""

import time

import numpy as np
from scipy.spatial import cKDTree

import floor_input

data, settings = floor_input.read()
metres, days = np.array(settings["metres"]), np.array(settings["days"])
began = time.perf_counter()
places = np.column_stack((data.x, data.y))
pairs = cKDTree(places).query_pairs(metres[-1], p=1, output_type="ndarray")
apart = np.abs(places[pairs[:, 0]] - places[pairs[:, 1]]).sum(axis=1)
inside = apart < metres[-1]
first, second, apart = pairs[inside, 0], pairs[inside, 1], apart[inside]
row = (np.searchsorted(metres, apart, side="right") - 1) * len(days)
band_of = np.searchsorted(days, np.arange(data.day.max() - data.day.min() + 1), side="right") - 1
band_of = np.minimum(band_of, len(days) - 1)


def table(day):
    column = band_of[np.abs(day[first] - day[second])]
    return np.bincount(row + column, minlength=(len(metres) - 1) * len(days))


observed = table(data.day)
prepared = time.perf_counter()
random = np.random.default_rng(1)
for _ in range(settings["replicas"]):
    table(random.permutation(data.day))
each = (time.perf_counter() - prepared) / settings["replicas"]
floor_input.answer(prepared - began + each * settings["of"], observed.tolist())
