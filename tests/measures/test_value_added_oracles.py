"""The value-added accounts against results of other programs and by hand: see tests/oracles/README.md."""

# ruff: noqa: N806 (the literature's names)

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from accounts import of, oracle

if TYPE_CHECKING:
    from tradecontext.measures import MRIO

REAL = ("random4x3_r", "wiod2011_9x5_r")


def same(found: object, expected: object) -> None:
    """Compare with a tolerance of 1e-8 of each value, and for zeros of 1e-8 of the largest."""
    expected = np.asarray(expected, dtype=float)
    np.testing.assert_allclose(
        np.asarray(found, dtype=float), expected, rtol=1e-8, atol=1e-8 * np.abs(expected).max() * 1e-3
    )


def test_the_worked_example() -> None:
    found = oracle("toy3_analytic")
    table, expected = of(found, goods=["parts", "final"]), found["expected"]
    same(table.gross_exports(), found["gross"])
    same(table.value_added_exports(), found["vax"])
    split = table.content_split("MEX", "USA", scope="goods")
    same(split, [found["content_MEX_exports_to_USA"][each] for each in table.economies])
    gross = table.gross_exports()
    assert (gross.loc["USA", "MEX"], gross.loc["MEX", "USA"]) == (expected["X"], expected["M"])
    assert split["USA"] == pytest.approx(expected["returned_us_va"], rel=1e-12)
    assert split["USA"] / split.sum() == pytest.approx(expected["us_share_s"], rel=1e-12)
    assert table.balance("USA", "MEX") == pytest.approx(expected["bal_gross_us_mex"], rel=1e-12)
    assert table.balance("USA", "CHN") == expected["bal_gross_us_chn"]
    assert table.balance("USA", "MEX", "value_added") == pytest.approx(expected["bal_va_us_mex"], rel=1e-12)
    assert table.balance("USA", "CHN", "value_added") == pytest.approx(expected["bal_va_us_chn"], rel=1e-12)
    rows = table.balances("USA")
    assert rows["balance"].sum() == pytest.approx(expected["us_total_gross"], rel=1e-12)
    assert rows["value_added_balance"].sum() == pytest.approx(expected["us_total_va"], rel=1e-12)
    # Two calculations that subtract content from one flow, which are not balances.
    mexico = rows.set_index("partner").loc["MEX"]
    assert mexico["exports"] - (mexico["imports"] - mexico["imports_reporter_content"]) == pytest.approx(
        expected["bal_simple_onesided"]
    )
    assert mexico["exports"] - mexico["exports_partner_content"] - (
        mexico["imports"] - mexico["imports_reporter_content"]
    ) == pytest.approx(expected["bal_sym"])


@pytest.mark.parametrize("name", REAL)
def test_content_is_that_of_the_leontief_decomposition(name: str) -> None:
    # The oracle has value added from sector i of o in the exports of sector k; the accounts have it by economy o.
    found, table = oracle(name), of(oracle(name))
    given = found["leontief_va_origin_in_exports"]
    each = np.array([row["FVAX"] for row in given] if isinstance(given[0], dict) else given, dtype=float)
    cells = len(table.x)
    by_origin = each.reshape(len(table.economies), len(table.sectors), cells).sum(axis=1)
    same(table.multipliers * table.exports.sum(axis=1), by_origin)
    for s, exporter in enumerate(table.economies):
        own = slice(s * len(table.sectors), (s + 1) * len(table.sectors))
        same(table.content_of_exports(exporter), by_origin[:, own].sum(axis=1))


@pytest.mark.parametrize("name", REAL)
def test_the_source_based_decomposition(name: str) -> None:
    given = {key: np.array(value, dtype=float) for key, value in oracle(name)["exvatools"]["bm_src"].items()}
    p = Pieces.of(name)
    domestic, gross = p.table.domestic[:, None] * p.table.exports, p.table.exports
    content = p.table.multipliers[p.table.owner, np.arange(p.cells)][:, None] * gross
    same(gross, given["EXGR"])
    same(content, given["DC"])
    same(domestic, given["DVA"])
    same(content - domestic, given["DDC"])
    same(gross - content, given["FC"])
    returned, directly, foreign = (np.zeros_like(gross) for _ in range(3))
    for s, r, ours, theirs in p.flows():
        local = p.table.domestic[ours]
        returned[ours, r] = local * (p.a(s, r) @ p.table.requirements[theirs, s])
        directly[ours, r] = local * (p.table.Y[ours, r] + p.a(s, r) @ p.local(r) @ p.table.Y[theirs, r])
        others = 1 - p.table.multipliers[s, ours]
        foreign[ours, r] = (others @ np.linalg.inv(p.inverse[ours, ours]) @ p.local(s)) * gross[ours, r]
    same(returned, given["REF"])
    same(domestic - returned, given["VAX"])
    same(directly, given["DAVAX"])
    same(foreign, given["FVA"])
    same(gross - content - foreign, given["FDC"])


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_the_bridge_and_the_measures_of_one_economy(name: str) -> None:
    given = {key: np.array(value, dtype=float) for key, value in oracle(name)["exvatools"]["bm_src"].items()}
    p = Pieces.of(name)
    flow = {key: np.add.reduceat(value, range(0, p.cells, p.N), axis=0) for key, value in given.items()}
    names = p.table.economies
    for s, r, *_ in p.flows():
        step = p.table.bridge(names[s], names[r]).set_index(["flow", "step"])["amount"]["exports"]
        same(step["absorbed"] + step["onward"], flow["VAX"][s, r])
        same(step["returned"], flow["REF"][s, r])
        same(step["double_counted"], flow["DDC"][s, r])
        same(step["foreign"], flow["FC"][s, r])
    for s, country in enumerate(names):
        same(p.table.domestic_value_added(country), flow["DVA"][s].sum())
        same(p.table.vertical_specialisation(country), 1 - flow["DVA"][s].sum() / flow["EXGR"][s].sum())
        others = [r for r in range(len(names)) if r != s]
        same(p.table.value_added_exports().to_numpy()[s, others].sum(), flow["VAX"][s].sum())


def test_other_methods_agree_on_what_they_share() -> None:
    given = oracle("random4x3_r")["exvatools"]
    for method, terms in (("my", given["my"]), ("oecd", ["DVA", "DDC"]), ("bm_snk", [])):
        for term in {*terms, "EXGR", "DC", "FC"}:
            same(given[method][term], given["bm_src"][term])


@pytest.mark.parametrize("name", REAL)
def test_koopman_wang_and_wei(name: str) -> None:
    p = Pieces.of(name)
    for s, row in enumerate(oracle(name)["kww9"]):
        own, U = p.at(s), p.table.multipliers
        found = dict.fromkeys((key for key in row if key != "Country"), 0.0)
        for r in set(range(p.G)) - {s}:
            theirs = p.at(r)
            sent, abroad = p.table.Y[own, r], 1 - U[s, own]
            home = p.a(r, s) @ p.local(s)
            found["DVA_FIN"] += U[s, own] @ sent
            found["DVA_INT"] += U[s, theirs] @ p.table.Y[theirs, r]
            found["DVA_INTrex"] += U[s, theirs] @ np.delete(p.table.Y[theirs], [s, r], axis=1).sum(axis=1)
            found["RDV_FIN"] += U[s, theirs] @ p.table.Y[theirs, s]
            found["RDV_INT"] += U[s, theirs] @ home @ p.table.Y[own, s]
            found["DDC"] += U[s, theirs] @ home @ p.table.exports[own].sum(axis=1)
            used = p.a(s, r) @ p.local(r)
            found["FVA_FIN"] += abroad @ sent
            found["FVA_INT"] += abroad @ used @ p.table.Y[theirs, r]
            found["FDC"] += abroad @ used @ p.table.exports[theirs].sum(axis=1)
        same(list(found.values()), [row[key] for key in found])
        same(sum(found.values()), p.table.exports[own].sum())
        exported = np.delete(p.table.value_added_exports().to_numpy()[s], s).sum()
        same(exported, row["DVA_FIN"] + row["DVA_INT"] + row["DVA_INTrex"])


@pytest.mark.parametrize("name", REAL)
def test_wang_wei_and_zhu(name: str) -> None:
    # The oracle has sixteen terms per flow and sector; those with one final destination are added up.
    given, p = oracle(name)["wwz16"], Pieces.of(name)
    rows = (
        [dict(zip(given["columns"], row, strict=True)) for row in given["rows"]] if isinstance(given, dict) else given
    )
    expected: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        expected.setdefault((row["Exporting_Country"], row["Importing_Country"]), []).append(row)
    assert len(expected) == p.G * (p.G - 1)
    for s, r, ours, theirs in p.flows():
        key = (p.table.economies[s], p.table.economies[r])
        assert [row["Exporting_Industry"] for row in expected[key]] == list(p.table.sectors)
        term = {
            name: np.array([row[name] for row in expected[key]])
            for name in expected[key][0]
            if name.isupper() or "DVA" in name
        }
        U, needed = p.table.multipliers[:, ours], p.table.requirements[theirs]
        local, final = p.table.domestic[ours], p.table.Y[ours, r]
        at_home = p.a(s, r) @ p.local(r) @ p.table.Y[theirs, r]
        sold_on = p.a(s, r) @ p.local(r) @ p.table.exports[theirs].sum(axis=1)
        rest = 1 - U[s] - U[r]
        same(U[s] * final, term["DVA_FIN"])
        same(U[r] * final, term["MVA_FIN"])
        same(rest * final, term["OVA_FIN"])
        same(U[r] * at_home, term["MVA_INT"])
        same(rest * at_home, term["OVA_INT"])
        same(U[r] * sold_on, term["MDC"])
        same(rest * sold_on, term["ODC"])
        same(local * (p.a(s, r) @ needed[:, s]), term["RDV_INT"] + term["RDV_FIN"] + term["RDV_FIN2"])
        same((U[s] - local) * (p.a(s, r) @ p.table.x[theirs]), term["DDC_INT"])
        elsewhere = local * (p.a(s, r) @ np.delete(needed, s, axis=1).sum(axis=1))
        further = ("DVA_INT", "DVA_INTrexI1", "DVA_INTrexF", "DVA_INTrexI2", "DDC_FIN")
        same(elsewhere, sum(term[each] for each in further))
        # The content split of the same flow.
        split = p.table.content_split(*key)
        same(split[key[1]], sum(term[each].sum() for each in ("MVA_FIN", "MVA_INT", "MDC")))
        same(split.drop(list(key)).sum(), sum(term[each].sum() for each in ("OVA_FIN", "OVA_INT", "ODC")))
        same(split.sum(), sum(row["texp"] for row in expected[key]))


class Pieces:
    """The parts of a table's accounts that decompositions need; the test computes blocks of the inverse itself."""

    def __init__(self, table: MRIO) -> None:
        self.table, self.G, self.N, self.cells = table, len(table.economies), len(table.sectors), len(table.x)
        self.inverse = np.linalg.inv(np.eye(self.cells) - table.Z / table.x)

    @classmethod
    @cache
    def of(cls, name: str) -> Pieces:
        return cls(of(oracle(name)))

    def at(self, economy: int) -> slice:
        return slice(economy * self.N, (economy + 1) * self.N)

    def a(self, sellers: int, buyers: int) -> np.ndarray:
        return self.table.Z[self.at(sellers), self.at(buyers)] / self.table.x[self.at(buyers)]

    def local(self, economy: int) -> np.ndarray:
        return np.linalg.inv(np.eye(self.N) - self.a(economy, economy))

    def flows(self) -> list[tuple[int, int, slice, slice]]:
        return [(s, r, self.at(s), self.at(r)) for s in range(self.G) for r in range(self.G) if r != s]
