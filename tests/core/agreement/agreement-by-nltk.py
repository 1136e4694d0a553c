"""Computes alpha and kappa with NLTK's AnnotationTask.

Reads a JSON list of data sets, each a list of [coder, unit, codes]; writes for each its figures, null where NLTK divides by
zero. NLTK's MASI distance cannot take two empty sets: no code is a code of its own here, which changes no distance.
"""

import itertools
import json
import sys

from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, masi_distance


def figure(compute):
    try:
        return compute()
    except ZeroDivisionError:
        return None


def pair(rows, one, other, distance):
    units = [{unit for coder, unit, _ in rows if coder == name} for name in (one, other)]
    common = units[0] & units[1]
    kept = [row for row in rows if row[0] in (one, other) and row[1] in common]
    return figure(lambda: AnnotationTask(kept, distance).weighted_kappa()) if common else None


def figures(data):
    rows = [(coder, unit, frozenset(codes or ["(none)"])) for coder, unit, codes in data]
    coders = sorted({coder for coder, _, _ in rows})
    distances = {"nominal": binary_distance, "masi": masi_distance}
    return {
        name: {
            "alpha": figure(lambda: AnnotationTask(rows, distance).alpha()),
            "kappas": [pair(rows, *both, distance) for both in itertools.combinations(coders, 2)],
        }
        for name, distance in distances.items()
    }


json.dump([figures(data) for data in json.load(sys.stdin)], sys.stdout)
