"""Identities of value-added accounts on any table: with their definitions, and among each other."""

# ruff: noqa: N806 (the literature's names)

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts import World, worlds
from tradecontext.measures import MRIO
from tradecontext.measures.bridge import first_exit

if TYPE_CHECKING:
    from random import Random

# Each of these worlds is taken apart for every pair of its economies, against the definitions written out.
FEW = settings(max_examples=20)
CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def close(one: object, other: object) -> None:
    np.testing.assert_allclose(np.asarray(one, dtype=float), np.asarray(other, dtype=float), **CLOSE)


@given(worlds())
def test_the_content_of_a_flow_is_the_flow(world: World) -> None:
    table, book = world.table(), world.textbook()
    close(table.multipliers.sum(axis=0), 1)
    close(table.exports, book.E)
    for scope in ("all", "goods"):
        gross = table.gross_exports(scope)
        cells = table.within(scope)
        for (s, seller), (r, buyer) in permutations(enumerate(table.economies), 2):
            split = table.content_split(seller, buyer, scope)
            close(split.sum(), gross.loc[seller, buyer])
            close(split, [book.content(o, s, book.E[:, r] * cells) for o in range(book.G)])
        for seller in table.economies:
            parts = [table.content_split(seller, buyer, scope) for buyer in table.economies if buyer != seller]
            close(table.content_of_exports(seller, scope), sum(parts))
    assert (np.diag(table.gross_exports()) == 0).all(), "what moves between parts of an economy is no export"


@given(worlds())
def test_value_added_is_absorbed_once(world: World) -> None:
    table, book = world.table(), world.textbook()
    absorbed = table.value_added_exports()
    close(absorbed, [[book.vax(o, d) for d in range(book.G)] for o in range(book.G)])
    added = np.bincount(book.owner, book.v * book.x, book.G)
    close(absorbed.sum(axis=1), added)
    close(absorbed.sum(axis=0), book.Y.sum(axis=0))


@pytest.mark.slow
@FEW
@given(worlds())
def test_all_partners_together_leave_the_same_balance(world: World) -> None:
    table = world.table()
    gross, absorbed = table.gross_exports(), table.value_added_exports()
    totals = gross.sum(axis=1) - gross.sum(axis=0)
    close(totals, absorbed.sum(axis=1) - absorbed.sum(axis=0))
    close(totals.sum(), 0)
    for reporter in table.economies:
        rows = table.balances(reporter)
        assert rows["partner"].tolist() == [each for each in table.economies if each != reporter]
        close(rows["balance"].sum(), totals[reporter])
        close(rows["change"].sum(), 0)
        for row in rows.itertuples():
            close(row.balance, table.balance(reporter, row.partner))
            close(row.value_added_balance, table.balance(reporter, row.partner, "value_added"))
            close(row.value_added_balance, -table.balance(row.partner, reporter, "value_added"))
            close(row.value_added_exports, absorbed.loc[reporter, row.partner])
            for flow, way in (("exports", (reporter, row.partner)), ("imports", (row.partner, reporter))):
                split = table.content_split(*way)
                ours, theirs, third = (
                    getattr(row, f"{flow}_{part}_content") for part in ("reporter", "partner", "third")
                )
                close([ours, theirs], split[[reporter, row.partner]])
                close(ours + theirs + third, getattr(row, flow))


@given(worlds())
def test_value_added_leaves_an_economy_for_the_first_time_once(world: World) -> None:
    table, book = world.table(), world.textbook()
    for s in range(book.G):
        exits = {r: first_exit(table, s, r) for r in range(book.G) if r != s}
        for r, ends in exits.items():
            close(ends, [book.first_exit(s, r, d) for d in range(book.G)])
        everywhere = sum(exits.values())
        close(np.delete(everywhere, s), [book.vax(s, d) for d in range(book.G) if d != s])
        # Hypothetical extraction, the sum of first exits, and exports at domestic value added are equal.
        gdp = book.v[book.at(s)] @ book.x[book.at(s)]
        found = table.domestic_value_added(table.economies[s])
        close(found, gdp - book.extracted(s))
        close(found, everywhere.sum())


@pytest.mark.slow
@FEW
@given(worlds())
def test_the_bridge_is_made_of_its_definitions(world: World) -> None:
    table, book = world.table(), world.textbook()
    for (a, one), (b, other) in permutations(enumerate(table.economies), 2):
        frame = table.bridge(one, other)
        gross, added = table.balance(one, other), table.balance(one, other, "value_added")
        amount = frame.set_index(["flow", "step"])["amount"]
        close(amount["balance"].tolist(), [gross, added])
        close(frame["effect"].sum(), added - gross)
        for flow, s, r in (("exports", a, b), ("imports", b, a)):
            part = amount[flow]
            content = book.content(s, s, book.E[:, r])
            exits = {d: book.first_exit(s, r, d) for d in range(book.G)}
            sold = book.E[book.at(s), r].sum()
            close(part["absorbed"], exits[r])
            close(part["returned"], exits[s])
            close(part["onward"], sum(end for d, end in exits.items() if d not in {s, r}))
            close(part["double_counted"], content - sum(exits.values()))
            close(part["foreign"], sold - content)
            close(part["indirect"], book.vax(s, r) - exits[r])
            close(part.drop("indirect").sum(), sold)


@pytest.mark.slow
@FEW
@given(worlds())
def test_content_counted_twice_is_what_exceeds_value_added(world: World) -> None:
    table, book = world.table(), world.textbook()
    for s, name in enumerate(table.economies):
        twice = [
            table.bridge(name, other).set_index(["flow", "step"]).loc[("exports", "double_counted"), "amount"]
            for other in table.economies
            if other != name
        ]
        own = table.content_of_exports(name)[name]
        close(own - table.domestic_value_added(name), sum(twice))
        if (book.v >= 0).all():
            assert own >= table.domestic_value_added(name) - 1e-9
        if book.E[book.at(s)].sum() > 0:
            close(table.vertical_specialisation(name), book.vertical_specialisation(s))
            close(table.vertical_specialisation(name), 1 - table.domestic_value_added(name) / book.E[book.at(s)].sum())


@given(worlds())
def test_shares_of_inputs_add_up(world: World) -> None:
    table, book = world.table(), world.textbook()
    for scope in ("all", "goods"):
        cells = table.within(scope)
        for u, user in enumerate(table.economies):
            bought = book.Z[:, book.owner == u].sum(axis=1) * cells
            abroad = bought * (book.owner != u)
            others = [each for each in table.economies if each != user]
            direct = [table.input_share(user, each, scope) for each in others]
            whole = [table.input_share(user, each, scope, "all") for each in table.economies]
            by_origin = table.look_through(user, scope)
            assert by_origin.index.tolist() == others
            if abroad.sum() > 0:
                close(sum(direct), 1)
                close(by_origin.sum(), 1)
                added = {o: book.v[book.at(o)] @ (book.B @ abroad)[book.at(o)] for o in range(book.G) if o != u}
                close(by_origin, [each / sum(added.values()) for each in added.values()])
            else:
                assert np.isnan([*direct, *by_origin]).all(), "a share of nothing is missing, not 0"
            if bought.sum() > 0:
                close(sum(whole), 1)
            else:
                assert np.isnan(whole).all()


@pytest.mark.slow
@FEW
@given(worlds(split=False), st.integers(1, 9))
def test_a_split_in_proportion_changes_nothing(world: World, tenths: int) -> None:
    # The last economy is split into two parts with the same technology; its own rows and columns are left empty.
    whole, N = world.table(), len(world.sectors)
    at = len(world.x) - N
    shares = np.array([tenths / 10, 1 - tenths / 10])
    grow = np.vstack([np.eye(at + N)] + [np.eye(N, at + N, at) * share for share in shares])
    grow[at : at + N] = 0
    Z, Y = grow @ world.Z @ grow.T, grow @ world.Y
    last = world.countries[-1]
    split = MRIO(
        Z, Y, grow @ world.x, [*world.countries, "P1", "P2"], world.sectors,
        goods=world.sectors[:1], entities={"P1": last, "P2": last}, value_added=grow @ world.added,
    )  # fmt: skip
    assert split.economies == whole.economies
    close(split.value_added_exports(), whole.value_added_exports())
    close(split.gross_exports("goods"), whole.gross_exports("goods"))
    for one in whole.economies:
        pd.testing.assert_frame_equal(split.balances(one), whole.balances(one), atol=1e-9, rtol=1e-9)
        close(split.domestic_value_added(one), whole.domestic_value_added(one))
        close(split.vertical_specialisation(one), whole.vertical_specialisation(one))
        close(split.look_through(one), whole.look_through(one))
        for other in whole.economies:
            if one != other:
                close(split.bridge(one, other)["amount"], whole.bridge(one, other)["amount"])
                close(split.content_split(one, other, "goods"), whole.content_split(one, other, "goods"))


@given(worlds(split=False), st.randoms(use_true_random=False), st.floats(1e-6, 1e6))
def test_neither_order_nor_unit_matters(world: World, random: Random, unit: float) -> None:
    table, N = world.table(), len(world.sectors)
    order = list(range(len(world.countries)))
    random.shuffle(order)
    cells = [place * N + n for place in order for n in range(N)]
    other = MRIO(
        unit * world.Z[np.ix_(cells, cells)], unit * world.Y[np.ix_(cells, order)], unit * world.x[cells],
        [world.countries[place] for place in order], world.sectors, value_added=unit * world.added[cells],
    )  # fmt: skip
    names = list(table.economies)
    close(other.value_added_exports().loc[names, names] / unit, table.value_added_exports())
    close(other.bridge(*names[:2])["amount"] / unit, table.bridge(*names[:2])["amount"])
    close(other.vertical_specialisation(names[0]), table.vertical_specialisation(names[0]))


@given(worlds())
def test_no_output_and_negative_value_added_are_kept(world: World) -> None:
    table = world.table()
    for k, output in enumerate(world.x):
        if output <= 0:
            assert table.v[k] == 1
            assert table.multipliers[table.owner[k], k] == pytest.approx(1)
        else:
            close(table.v[k] * output, output - world.Z[:, k].sum())
