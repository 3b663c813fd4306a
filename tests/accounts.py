"""Value-added accounts by the formulas of the literature, with the whole inverse: slow, and independent of the package."""

# ruff: noqa: N803, N806 (the literature's names)

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tradecontext.measures import MRIO

ORACLES = Path(__file__).parent / "oracles"
CODES = ("USA", "MEX", "CHN", "CAN")


def oracle(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ORACLES / f"{name}.json").read_text("utf-8"))
    return found


def of(found: dict[str, Any], **options: Any) -> MRIO:
    return MRIO(found["Z"], found["Y"], found["x"], found["countries"], found["sectors"], **options)


class Textbook:
    """The definitions, cell by cell, where `owner` is the economy of each row."""

    def __init__(self, Z: np.ndarray, Y: np.ndarray, x: np.ndarray, owner: np.ndarray) -> None:
        self.Z, self.Y, self.x, self.owner, self.G = Z, Y, x, owner, Y.shape[1]
        self.A = np.array([column / out if out > 0 else 0 * column for column, out in zip(Z.T, x, strict=True)]).T
        self.v = 1 - self.A.sum(axis=0)
        self.B = np.linalg.inv(np.eye(len(x)) - self.A)
        self.E = np.array(
            [[0.0 if owner[k] == d else Z[k, owner == d].sum() + Y[k, d] for d in range(self.G)] for k in range(len(x))]
        )

    def at(self, economy: int) -> np.ndarray:
        return np.flatnonzero(self.owner == economy)

    def content(self, origin: int, seller: int, flow: np.ndarray) -> float:
        o, s = self.at(origin), self.at(seller)
        return float(self.v[o] @ self.B[np.ix_(o, s)] @ flow[s])

    def vax(self, origin: int, absorbed: int) -> float:
        o = self.at(origin)
        return float(self.v[o] @ (self.B @ self.Y[:, absorbed])[o])

    def local(self, s: int) -> np.ndarray:
        own = self.at(s)
        return np.linalg.inv(np.eye(len(own)) - self.A[np.ix_(own, own)])

    def first_exit(self, s: int, r: int, d: int) -> float:
        ours, theirs = self.at(s), self.at(r)
        leaving = self.Y[ours, r] * (r == d) + self.A[np.ix_(ours, theirs)] @ (self.B @ self.Y[:, d])[theirs]
        return float(self.v[ours] @ self.local(s) @ leaving)

    def extracted(self, s: int) -> float:
        """Return GDP without exports, by deleting the economy's sales abroad and solving the whole system again."""
        A, Y = self.A.copy(), self.Y.copy()
        ours, others = self.at(s), np.flatnonzero(self.owner != s)
        A[np.ix_(ours, others)] = 0
        Y[ours] = np.where(np.arange(self.G) == s, Y[ours], 0)
        return float(self.v[ours] @ (np.linalg.inv(np.eye(len(A)) - A) @ Y.sum(axis=1))[ours])

    def vertical_specialisation(self, s: int) -> float:
        ours, others = self.at(s), np.flatnonzero(self.owner != s)
        exports = self.E[ours].sum(axis=1)
        return float(self.A[np.ix_(others, ours)].sum(axis=0) @ self.local(s) @ exports / exports.sum())


class World(NamedTuple):
    """A balanced table with its labels."""

    Z: np.ndarray
    Y: np.ndarray
    x: np.ndarray
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    entities: dict[str, str]

    @property
    def added(self) -> np.ndarray:
        """Value added by cell: without it, a table of very small inputs is taken for one of coefficients."""
        return self.x - self.Z.sum(axis=0)

    def table(self) -> MRIO:
        goods, more = self.sectors[:1], {"entities": self.entities, "value_added": self.added, "tolerance": 1e-9}
        return MRIO(self.Z, self.Y, self.x, self.countries, self.sectors, goods=goods, **more)

    def textbook(self) -> Textbook:
        table = self.table()
        places = {name: table.economies.index(self.entities.get(name, name)) for name in self.countries}
        owner = np.array([places[name] for name in self.countries for _ in self.sectors])
        return Textbook(self.Z, self.Y, self.x, owner)


@st.composite
def worlds(draw: st.DrawFn, *, split: bool | None = None) -> World:
    """Draw balanced tables of two to four economies of one to three sectors.

    Some are split as OECD's extended tables are (economy i into i1 and i2, its own rows empty), some have a sector with
    zero or negative output, some a sector whose inputs cost a little more than its output.
    """
    economies, N = draw(st.integers(2, 4)), draw(st.integers(1, 3))
    codes = list(CODES[:economies])
    parts = draw(st.booleans()) if split is None else split
    names = [*codes, f"{codes[-1]}1", f"{codes[-1]}2"] if parts else codes
    entities = dict.fromkeys(names[economies:], codes[-1])
    cells = len(names) * N
    weights = draw(arrays(float, (cells, cells), elements=st.integers(0, 9).map(float)))
    share = draw(arrays(float, cells, elements=st.integers(10, 80).map(lambda each: each / 100)))
    Y = draw(arrays(float, (cells, economies), elements=st.integers(0, 50).map(float)))
    Y[:, 0] += 1  # so that every cell has output unless it is emptied below
    empty = list(range((economies - 1) * N, economies * N)) if parts else []
    if draw(st.booleans()):
        empty.append(0)
    if N * economies > 2 and draw(st.booleans()):
        share[1] = 1.02
    weights[empty], weights[:, empty], Y[empty] = 0, 0, 0
    if 0 in empty:
        Y[0, 0] = -draw(st.integers(0, 3))  # stocks that are run down: negative output
    if 1 not in empty and share[1] > 1:
        weights[1, :] = 0  # nothing is made from its output, so its inputs can cost more than its output is worth
    total = weights.sum(axis=0)
    A = weights * np.divide(share, total, out=np.zeros(cells), where=total > 0)
    x = np.linalg.solve(np.eye(cells) - A, Y.sum(axis=1))
    Z = A * x
    return World(Z, Y, Z.sum(axis=1) + Y.sum(axis=1), tuple(names), tuple(f"s{n}" for n in range(N)), entities)
