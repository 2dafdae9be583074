"""How fast many assessments are scored, against dataframes: `make bench`, or this file alone.

Framework A: 100 items in 7 dimensions, four staged (a level needs 80 per cent of its weight) and
three means with bands; weights 1 to 3. B: the same with weights that are no whole numbers. C: the
shipped frameworks as they are. Per dimension: value, level, how many are answered and apply, and
how often each option was chosen. Every contestant's results are checked equal to ours in the run
that times it. Figures are ratios of medians from one process; contestants take turns.

`kernels.py [assessments]`: how many, 1,000,000 where nothing is said.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import polars as pl
from attrs import evolve
from peers import Shape, pandas_long, polars_long, polars_wide

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Mean, NoTotal, Staged
from maturity.model.scales import LADDER, Bands, Level, Option, Scale
from maturity.model.scoring import Scoring
from maturity.model.tree import Dimension, Item
from maturity.scoring.batch import score_batch
from maturity.scoring.cells import Cells
from maturity.scoring.leaves import NOT_APPLICABLE, NUMBER, UNANSWERED
from maturity.scoring.plan import Plan, build_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.scoring.batch import StatedBatch
    from maturity.scoring.arrays import Codes

RUNS = 5
FEW = 100_000
