#!/usr/bin/python3
"""Prints the README's table: how far NumPy, SciPy and Java are from the nearest doubles, beside the service at URL.

    .ci/mpfr/others.py URL

Needs from Debian: python3-gmpy2 python3-numpy python3-scipy, and a java of 17 or newer.
"""
import math
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from scipy.special import expit

from check import FUNCTIONS, nearest, post, true

JAVA = """
public class Naive {
  public static void main(String[] args) throws Exception {
    for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of(args[0]))) {
      double s = 1 / (1 + Math.exp(-Double.parseDouble(line)));
      System.out.println(s + " " + s * (1 - s));
    }
  }
}
"""


def java(x):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "Naive.java").write_text(JAVA)
        (Path(folder) / "x").write_text("\n".join(map(repr, x)))
        out = subprocess.run(["java", f"{folder}/Naive.java", f"{folder}/x"], capture_output=True, text=True, check=True).stdout
    pairs = [line.split() for line in out.splitlines()]
    return [float(a) for a, _ in pairs], [float(b) for _, b in pairs]


def naive(x):
    s = 1 / (1 + np.exp(-np.array(x)))
    return s.tolist(), (s * (1 - s)).tolist()


def scipy(x):
    s = expit(np.array(x))
    return s.tolist(), (s * (1 - s)).tolist()


def service(x):
    return post("/sigmoid", x), post("/sigmoid/derivative", x)


def main():
    grids = [[i / 100 for i in range(-600, 601)], [i / 100 for i in range(-2000, 2001)]]
    exact = {f: [[nearest(true(FUNCTIONS[f], x)) for x in grid] for grid in grids] for f in ("/sigmoid", "/sigmoid/derivative")}
    print(f"{'':28} σ wrong, largest error   σ′ largest error on −6…6, −20…20")
    for name, compute in (("NumPy 1/(1+exp(-x))", naive), ("SciPy expit", scipy), ("Java 1/(1+Math.exp(-x))", java), ("this service", service)):
        off = []
        for g, grid in enumerate(grids):
            s, d = compute(grid)
            off.append([[abs(a - b) / math.ulp(b) for a, b in zip(got, exact[f][g])] for f, got in (("/sigmoid", s), ("/sigmoid/derivative", d))])
        wrong = sum(error > 0 for error in off[0][0]) / len(grids[0])
        print(f"{name:28} {wrong:6.1%}, {max(off[0][0]):.0f} ulp            {max(off[0][1]):.0f} ulp, {max(off[1][1]):.2g} ulp")


if __name__ == "__main__":
    main()
