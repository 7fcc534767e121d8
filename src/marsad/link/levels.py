"""What two events are compared on: for each comparison its levels as SQL, and the weights that go with them."""

from __future__ import annotations

import math
from importlib import resources
from pathlib import Path
from typing import Final

import msgspec

_KM: Final = (
    "(12742 * asin(least(1, sqrt(pow(sin(radians(lat_r - lat_l) / 2), 2) + cos(radians(lat_l)) * cos(radians(lat_r))"
    " * pow(sin(radians(lon_r - lon_l) / 2), 2)))))"
)
POINTS: Final = 3  # places of an event whose distances are looked at, the finest and two more


def _apart(i: int, j: int) -> str:
    return f"pow(lats_r[{j}] - lats_l[{i}], 2) + pow((lons_r[{j}] - lons_l[{i}]) * cos(radians(lat_l)), 2)"


# The least distance between any two of them, as on a plane: over 30 km that is true to a hundredth, and takes a third of the time.
# Where there are fewer places, the index gives null, which `least` passes over.
_SQUARES: Final = ", ".join(_apart(i, j) for i in range(1, POINTS + 1) for j in range(1, POINTS + 1))
_NEAREST: Final = f"(111.19 * sqrt(least({_SQUARES})))"
_SCENE_KM: Final = _KM.replace("lat_", "scene_lat_").replace("lon_", "scene_lon_")
_GAP: Final = "greatest(0, greatest(first_l, first_r) - least(last_l, last_r))"
_NIGHT: Final = "(first_r - first_l = 1 and late_l and early_r) or (first_l - first_r = 1 and late_r and early_l)"
_PUB: Final = "abs(published_l - published_r)"
# The day a report is about as far as it tells: its own date, else that of its publication.
_TOLD: Final = (
    "greatest(0, greatest(coalesce(first_l, published_l), coalesce(first_r, published_r))"
    " - least(coalesce(last_l, published_l), coalesce(last_r, published_r)))"
)
_SOFT: Final = "(lasting_l and lasting_r)"
# A siege or talks are told for weeks, each time in other words; what is only planned or goes on is not.
_STATES: Final = "(state_l and state_r)"
# Shelling that goes on (تصاعدت وتيرة القصف على ريف إدلب) is the background of every strike of its weeks and is none of them.
_GOES_ON: Final = "family_l = 'harm' and family_r = 'harm' and mood_l = 'real' and mood_r = 'real' and lasting_l <> lasting_r"
# A document that tells its day without the year leaves a few days years apart: what another tells of one of them fits.
_OPEN: Final = "(len(possible_l) > 0 or len(possible_r) > 0)"
_UNTOLD: Final = (
    "(coalesce(published_l, first_l, possible_l[1]) is null or coalesce(published_r, first_r, possible_r[1]) is null)"
)


def _possible(days: str) -> str:
    """Whether a day that one event may be of is among these days around the other's, told with `{day}`."""
    sides = (("l", "r"), ("r", "l"))
    parts = [f"list_has_any(possible_{a}, {days.format(day=f'coalesce(first_{b}, published_{b})')})" for a, b in sides]
    return f"coalesce({parts[0]}, false) or coalesce({parts[1]}, false) or list_has_any(possible_l, possible_r)"


BITS: Final = 2048  # of a word list's outline, in which a word is one bit


def _share(column: str) -> str:
    """The part of the shorter of two lists of different words that the other has too; `list_intersect` takes twice as long."""
    both = f"len(list_filter({column}_l, lambda word: list_contains({column}_r, word)))"
    return f"({both} / greatest(1.0, least(len({column}_l), len({column}_r))))"


def _common(column: str, least: float) -> str:
    """Whether two lists of words have at least this part of the shorter one in common.

    No two lists can share more words than their outlines share bits and one of them has words that fell on a taken bit. That
    takes a twentieth of the time that looking each word up takes, and leaves a third of the pairs to look up.
    """
    short = f"least(len({column}_l), len({column}_r))"
    spare = f"least(len({column}_l) - bit_count({column}_bits_l), len({column}_r) - bit_count({column}_bits_r))"
    most = f"bit_count({column}_bits_l & {column}_bits_r) + {spare}"
    return f"case when {most} < {least} * {short} then false else {_share(column)} >= {least} end"


def _none(column: str) -> str:
    return f"(len({column}_l) = 0 or len({column}_r) = 0)"


def _figure(column: str) -> str:
    """How far apart two figures with bounds lie, as the smaller over the larger; 1 when they can be the same."""
    return (
        f"(case when {column}_low_l <= coalesce({column}_high_r, 1e9) and {column}_low_r <= coalesce({column}_high_l, 1e9) then 1.0"
        f" else least({column}_low_l, {column}_low_r) * 1.0 / greatest({column}_low_l, {column}_low_r) end)"
    )


# Of two events that each name one village, or one and two, a village in common says where both were; of a list of them it is one of the
# many that were shelled that day.
MANY: Final = 5
_ONE_OF_MANY: Final = (
    f"list_has_any(towns_l, towns_r) and {MANY} * len(list_filter(towns_l, lambda town: list_contains(towns_r, town)))"
    " <= greatest(len(towns_l), len(towns_r))"
)

# What two events may have in common besides their kind and their time; words are weighed on their own.
_TIED: Final = (
    " or ".join(f"list_has_any({name}_l, {name}_r)" for name in ("place", "actors", "blocs", "targets", "means"))
    + " or list_has_any(blocs_l, targets_r) or list_has_any(targets_l, blocs_r)"
    + f" or (not wide_l and not wide_r and {_NEAREST} <= 3)"
    + f" or ({_figure('killed')} >= 1 and least(killed_low_l, killed_low_r) >= 4)"
)

# Comparison, then its levels in the order they are tried; the first level of the form (None, sql) is "nothing to compare".
# What is dear to compute comes with its commonest level first: intersecting lists for "little in common" once and not four
# times took comparing 70,000 pairs from 7.3 to 4 seconds.
LEVELS: Final[dict[str, tuple[tuple[str | None, str], ...]]] = {
    "date": (
        (None, "first_l is null or first_r is null"),
        ("same day", "exact_l and exact_r and first_l = first_r"),
        ("same stretch", "first_l = first_r and last_l = last_r"),
        ("overlapping", f"{_GAP} = 0"),
        ("over one night", f"exact_l and exact_r and ({_NIGHT})"),
        ("next day", f"{_GAP} = 1"),
        ("within three days", f"{_GAP} <= 3"),
        ("both lasting", _SOFT),
        ("apart", "ELSE"),
    ),
    "published": (
        (None, f"doc_l = doc_r or {_UNTOLD} or ((published_l is null or published_r is null) and not {_OPEN})"),
        ("one of the days it can be", f"{_OPEN} and ({_possible('[{day}]')})"),
        ("next to a day it can be", f"{_OPEN} and ({_possible('[{day} - 1, {day} + 1]')})"),
        ("lasting, near a day it can be", f"{_OPEN} and {_SOFT} and ({_possible('range({day} - 14, {day} + 15)')})"),
        ("no day it can be", _OPEN),
        ("dated, same day", f"not (undated_l or undated_r) and {_PUB} = 0"),
        ("dated, next day", f"not (undated_l or undated_r) and {_PUB} = 1"),
        ("dated, later", "not (undated_l or undated_r)"),
        ("same day", f"{_TOLD} = 0 and {_PUB} <= 1"),
        ("lasting, within two weeks", f"{_STATES} and {_PUB} <= 14"),
        ("planned or going on, within two weeks", f"{_SOFT} and {_PUB} <= 14"),
        ("next day", f"{_TOLD} <= 1 and {_PUB} <= 2"),
        ("within three days", f"{_TOLD} <= 3"),
        ("within a week", f"{_TOLD} <= 7"),
        ("apart", "ELSE"),
    ),
    "place": (
        (None, "(lat_l is null or lat_r is null) and (len(place_l) = 0 or len(place_r) = 0)"),
        ("same spot", "list_has_any(spots_l, spots_r)"),
        ("one of many", _ONE_OF_MANY),
        ("same site", "list_has_any(sites_l, sites_r)"),
        ("same town", "list_has_any(towns_l, towns_r)"),
        ("within 3 km", f"{_NEAREST} <= 3 and not wide_l and not wide_r"),
        ("within 12 km", f"{_NEAREST} <= 12 and not wide_l and not wide_r"),
        ("one inside the other", f"{_KM} <= greatest(km_l, km_r) + 5"),
        ("a name in common, one off the map", "(lat_l is null or lat_r is null) and list_has_any(place_l, place_r)"),
        ("other names, one off the map", "lat_l is null or lat_r is null"),
        ("within 30 km", f"{_NEAREST} <= 30"),
        ("elsewhere", "ELSE"),
    ),
    "type": (
        (None, "type_l is null"),
        ("same seldom harm", "type_l = type_r and type_l in ('suicide_attack', 'chemical_attack', 'targeted_killing')"),
        ("same strike", "type_l = type_r and type_l in ('air_strike', 'shelling')"),
        ("same harm", "type_l = type_r and family_l = 'harm'"),
        ("same truce", "type_l = type_r and type_l = 'ceasefire'"),
        ("same state", "type_l = type_r and state_l"),
        ("same", "type_l = type_r"),
        ("a truce told as an accord", "type_l in ('ceasefire', 'agreement') and type_r in ('ceasefire', 'agreement')"),
        ("harm told for each other", "family_l = 'harm' and list_has_any(kin_l, kin_r) and 'destruction' not in (type_l, type_r)"),
        ("told for each other", "list_has_any(kin_l, kin_r)"),
        ("other harm", "family_l = 'harm' and family_r = 'harm'"),
        ("other", "ELSE"),
    ),
    "mood": (
        ("a strike and harm that goes on", _GOES_ON),
        (None, "(mood_l = mood_r and not negated_l) or (family_l = 'harm' and not (negated_l or negated_r or 'planned' in (mood_l, mood_r)))"),
        ("planned harm", "family_l = 'harm' and not (negated_l or negated_r)"),
        ("a denial of harm", "family_l = 'harm' and (type_l = type_r or list_has_any(sites_l, sites_r))"),
        ("a denial of other harm", "family_l = 'harm' and (negated_l or negated_r)"),
        ("both negated", "negated_l and negated_r"),
        ("one negated", "negated_l or negated_r"),
        ("one conditional", "mood_l = 'conditional' or mood_r = 'conditional'"),
        ("other", "ELSE"),
    ),
    "actors": (
        (None, _none("actors")),
        ("same", "list_has_any(actors_l, actors_r)"),
        ("roles exchanged", "list_has_any(blocs_l, targets_r) or list_has_any(targets_l, blocs_r)"),
        ("same side", "list_has_any(blocs_l, blocs_r)"),
        ("unknown side", "len(blocs_l) = 0 or len(blocs_r) = 0"),
        ("other", "ELSE"),
    ),
    "targets": (
        (None, _none("targets")),
        ("same side", "list_has_any(targets_l, targets_r)"),
        ("other", "ELSE"),
    ),
    "killed": (
        (None, "killed_low_l is null or killed_low_r is null"),
        ("same, four or more", f"{_figure('killed')} >= 1 and least(killed_low_l, killed_low_r) >= 4"),
        ("same", f"{_figure('killed')} >= 1"),
        ("near", f"{_figure('killed')} >= 0.5"),
        ("far", "ELSE"),
    ),
    "wounded": (
        (None, "hurt_low_l is null or hurt_low_r is null"),
        ("same, four or more", f"{_figure('hurt')} >= 1 and least(hurt_low_l, hurt_low_r) >= 4"),
        ("same", f"{_figure('hurt')} >= 1"),
        ("near", f"{_figure('hurt')} >= 0.5"),
        ("far", "ELSE"),
    ),
    "means": (
        (None, _none("means")),
        ("same", "list_has_any(means_l, means_r)"),
        ("other", "ELSE"),
    ),
    "wording": (
        (None, _none("words") + " or doc_l = doc_r"),
        ("little in common, both lasting", f"{_STATES} and not {_common('words', 0.15)}"),
        ("little in common", f"not {_common('words', 0.15)}"),
        ("nearly the same", _common("words", 0.6)),
        ("much in common", _common("words", 0.4)),
        ("more than usual", _common("words", 0.27)),
        ("some in common", "ELSE"),
    ),
    "story": (
        (None, _none("lead") + " or doc_l = doc_r"),
        ("little in common", f"not {_common('lead', 0.15)}"),
        ("nearly the same", _common("lead", 0.6)),
        ("much in common", _common("lead", 0.4)),
        ("more than usual", _common("lead", 0.27)),
        ("some in common", "ELSE"),
    ),
    "scene": (
        (None, "scene_lat_l is null or scene_lat_r is null or doc_l = doc_r"),
        ("one region", f"{_SCENE_KM} <= 150"),
        ("one country", f"{_SCENE_KM} <= 600"),
        ("apart", "ELSE"),
    ),
    "tie": (
        (None, "doc_l = doc_r"),
        ("a place, a name, a weapon or a toll in common", _TIED),
        ("nothing but kind and time in common", "ELSE"),
    ),
    "outlet": (
        (None, f"doc_l = doc_r or {_STATES} or not (undated_l and undated_r) or published_l is null or published_r is null"),
        ("two outlets, or one day", f"outlet_l <> outlet_r or {_PUB} = 0"),
        ("one outlet's, of another day", "ELSE"),
    ),
    "document": (
        (None, "doc_l <> doc_r"),
        ("one document, one denied", "negated_l <> negated_r"),
        # A headline and the story below it are often read as two events; the toll they repeat gives them away.
        ("one document, one toll", "killed_low_l = killed_low_r and killed_low_l >= 3 and type_l = type_r and (undated_l or undated_r)"),
        ("one document", "ELSE"),
    ),
}  # fmt: skip


class Weights(msgspec.Struct, frozen=True):
    """The numbers of the comparison: for each level how often it holds in pairs of one happening (m) and of others (u).

    `prior` is the part of pairs brought together that are one happening; `made` says how the numbers were come by.
    """

    made: str
    prior: float
    threshold: float
    levels: dict[str, dict[str, tuple[float, float]]]

    @property
    def prior_bits(self) -> float:
        """The weight of a pair before anything is compared."""
        return math.log2(self.prior / (1 - self.prior))

    def bits(self, comparison: str, level: str) -> float:
        """What a level adds to a pair's weight."""
        m, u = self.levels[comparison][level]
        return math.log2(m / u)


class WeightsError(Exception):
    """A file of weights that is not one; the message names it and says what is wrong."""


def load_weights(path: Path | None = None) -> Weights:
    """The weights in a file, or without one the shipped ones. Raises WeightsError when they are not whole."""
    name, line = (str(path), path.read_bytes()) if path else ("weights.json", _shipped())
    try:
        weights = msgspec.json.decode(line, type=Weights)
    except msgspec.MsgspecError as error:
        raise WeightsError(f"{name}: no file of weights: {error}") from error
    for comparison, levels in LEVELS.items():
        given = weights.levels.get(comparison, {})
        for label, _ in levels:
            if label is not None and not all(0 < share <= 1 for share in given.get(label, (0.0, 0.0))):
                raise WeightsError(f"{name}: no two shares above 0 for {comparison}: {label}; make the file with --estimate")
    if not 0 < weights.prior < 1:
        raise WeightsError(f"{name}: the prior must lie between 0 and 1")
    return weights


def _shipped() -> bytes:
    return (resources.files("marsad.link") / "weights.json").read_bytes()
