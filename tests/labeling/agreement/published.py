"""Worked examples that others have published, as they stand in their source."""

import numpy as np

FLEISS_1971 = np.array(
    [
        [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0],
        [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0],
        [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0],
        [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0],
        [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
    ]
)  # fmt: skip
"""J. L. Fleiss, Psychol. Bull. 76 (1971) 378, table 1: 30 patients, 6 psychiatrists; depression, personality disorder,
schizophrenia, neurosis, other. Kappa 0.430; by diagnosis as R's irr::kappam.fleiss(diagnoses, detail = TRUE) gives."""
FLEISS_1971_KAPPA = 0.430
FLEISS_1971_BY_CATEGORY = (0.245, 0.245, 0.520, 0.471, 0.566)

WIKIPEDIA_FLEISS = np.array(
    [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]
)  # fmt: skip
"""Wikipedia, "Fleiss' kappa", worked example: 10 subjects, 14 raters, 5 categories; kappa 0.210."""
WIKIPEDIA_FLEISS_KAPPA = 0.210

COHEN_TABLES = (
    (((20, 5), (10, 15)), 0.400),  # Wikipedia, "Cohen's kappa", simple example: 50 grant proposals
    (((45, 15), (25, 15)), 0.130),  # same page, equal agreement but another kappa (0.1304)
    (((25, 35), (5, 35)), 0.259),  # same page (0.2593)
    (((88, 14, 18), (10, 40, 10), (2, 6, 12)), 0.492),  # J. Cohen, Educ. Psychol. Meas. 20 (1960) 37, table 1, of 200
)

_AIAG_MIXED = {
    6: "110 110 100 1", 7: "111 111 101 1", 12: "000 000 010 0", 14: "110 111 100 1", 21: "110 101 010 1",
    22: "001 010 110 0", 26: "010 000 001 0", 30: "000 001 000 0", 34: "001 001 011 0", 36: "110 111 101 1",
    43: "101 111 110 1",
}  # fmt: skip
_AIAG_ALL_REJECTED = {3, 4, 5, 9, 25, 37, 39, 42, 45, 48, 50}


def aiag_parts() -> dict[int, tuple[str, str, str, str]]:
    """AIAG, Measurement Systems Analysis, 4th edition, table III-C 1: 50 parts; three trials of A, B, C; reference.

    "1" accepted, "0" rejected; on the parts that are not written out, all nine decisions equal the reference.
    """
    found = {}
    for number in range(1, 51):
        same = "0" if number in _AIAG_ALL_REJECTED else "1"
        a, b, c, reference = _AIAG_MIXED.get(number, f"{same * 3} {same * 3} {same * 3} {same}").split()
        found[number] = (a, b, c, reference)
    return found


AIAG_BETWEEN = {("A", "B"): 0.863, ("A", "C"): 0.776, ("B", "C"): 0.788}
"""The manual prints .86, .78, .79; the third decimal from its own crosstabulations (44 6 3 97; 43 7 8 92; 42 5 9 94)."""
AIAG_REFERENCE = {"A": 0.879, "B": 0.923, "C": 0.774}
"""The manual prints .88, .92, .77; crosstabulations 45 5 3 97; 45 2 3 100; 42 9 6 93."""
AIAG_MATCHED = {"A": (42, 84), "B": (45, 90), "C": (40, 80)}
"""Parts on which all three decisions agree, with each other and with the reference; per cent."""
AIAG_RATES = {"A": (6.3, 4.9), "B": (6.3, 2.0), "C": (12.5, 8.8)}
"""Miss rate and false-alarm rate, per cent."""
AIAG_INTERVALS = {"A": (71, 93), "B": (78, 97), "C": (66, 90)}
"""Exact 95 % bounds of the matched share, per cent, as the manual prints them."""
AIAG_SYSTEM = (39, 64, 88)
"""Parts on which all agree with the reference, of 50, and the bounds of that share in per cent."""
AIAG_FLEISS = 0.794
"""All nine decisions of a part as nine ratings, as Minitab's "Between Appraisers" table of this data (0.7936)."""
