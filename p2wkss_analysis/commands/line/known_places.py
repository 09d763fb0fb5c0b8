"""Area codes on the command line: each is a place of the list of areas, or an RW or RT of one."""

from __future__ import annotations

from ...say.errors import WrongUse


def must_exist(codes) -> None:
    """Every code is a place of the list of areas, or an RW or RT of one."""
    from ...tables.intake import load

    unknown = sorted(set(codes[~codes.str[:13].isin(load("areas")["area_code"])]))
    if unknown:
        shown = ", ".join(unknown[:5]) + (", ..." if len(unknown) > 5 else "")
        raise WrongUse(
            id=f"Kode wilayah tidak ada dalam daftar Kemendagri: {shown}. Lihat kode di lembar villages buku kerja "
            "(p2wkss template); contoh kode desa/kelurahan: 32.76.11.1001.",
            en=f"Area codes that are not in the Kemendagri list: {shown}. See the codes in the sheet villages of the workbook "
            "(p2wkss template); the code of a village looks like 32.76.11.1001.",
        )
