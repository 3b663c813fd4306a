"""The script that tries the real services, tried on the played ones."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import played as faults

if TYPE_CHECKING:
    from played import Services

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
pytestmark = pytest.mark.slow


def test_every_service_is_tried_and_what_failed_is_told(
    played: Services, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import live

    monkeypatch.setenv("CENSUS_API_KEY", "a-good-key")
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")
    played.faulty("sdmx.oecd.org", faults.refused(500), for_ever=True)
    # The played workbook has no year that is past revision.
    assert live.main() == 1
    lines = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines()[:-1])
    assert list(lines) == list(live.CHECKS)
    assert lines["Comtrade, mirror"] == "skipped, COMTRADE_API_KEY is not set"
    assert lines["TiVA"].startswith("FAILED: the OECD gave no figures")
    assert lines["WITS, shares"].startswith("58 rows, 1994-2022, 2 partners")
    assert lines["Census API, hs"].startswith("2 rows, 2024-2024")
