#!/usr/bin/python3
"""Writes values.csv and slopes.csv beside this file: what MPFR says the answers are.

Needs gmpy2 (Debian: python3-gmpy2). Every number is a double's bits in hexadecimal. values.csv
has x, sigma, sigma', tanh, tanh', each rounded to nearest, ties to even. slopes.csv has from, to,
and the slopes of sigma and tanh rounded down: the truth lies between that double and the next.

The only operation of MPFR's that is used is the exponential, rounded down and up, at a precision
that doubles until both ends round alike; everything else is exact in rational numbers.
"""

import pathlib
import random
import struct
from fractions import Fraction

import gmpy2

HERE = pathlib.Path(__file__).parent
LEAST = Fraction(1, 2**1074)


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<q", b))[0]


def neighbour(x, ulps):
    """The double so many steps up (or down) from x."""
    b = bits(x)
    ordinal = b if b >= 0 else -(b & 0x7FFFFFFFFFFFFFFF)
    ordinal += ulps
    return double(ordinal) if ordinal >= 0 else -double(-ordinal)


def exponential(x, precision):
    """Two fractions between which e**x lies, x <= 0."""
    if x < -1200:
        return Fraction(0), Fraction(1, 2**1700)
    ends = []
    for rounding in (gmpy2.RoundDown, gmpy2.RoundUp):
        with gmpy2.context(precision=precision, round=rounding, emin=-(2**40), emax=2**40):
            exact = gmpy2.mpfr(gmpy2.mpq(x.numerator, x.denominator), 4000)
            assert gmpy2.mpq(exact) == x
            ends.append(Fraction(*map(int, gmpy2.exp(exact).as_integer_ratio())))
    return ends


def nearest(f, x):
    """f(e**-|x|) rounded to nearest; f is monotone in e**-|x|."""
    precision = 200
    while True:
        a, b = (float(f(e)) for e in exponential(-abs(Fraction(x)), precision))
        if a == b:
            return a
        precision *= 2


def sigma(x):
    return 0.5 if x == 0 else nearest(lambda e: 1 / (1 + e) if x > 0 else e / (1 + e), x)


def sigma1(x):
    return 0.25 if x == 0 else nearest(lambda e: e / (1 + e) ** 2, x)


def tanh(x):
    if x == 0:
        return x
    y = nearest(lambda e: (1 - e) / (1 + e), 2 * Fraction(x))
    return y if x > 0 else -y


def tanh1(x):
    return 1.0 if x == 0 else nearest(lambda e: 4 * e / (1 + e) ** 2, 2 * Fraction(x))


def rounded_down(q):
    y = float(q)
    return y if Fraction(y) <= q else neighbour(y, -1)


def slope(a, b, factor):
    """The slope of sigma (factor 1) or tanh (2) between a < b, rounded down."""
    a, b = factor * Fraction(a), factor * Fraction(b)
    precision = 400
    while True:
        t, s, d = (exponential(-abs(v), precision) for v in (a, b, b - a))
        ends = []
        for i in (0, 1):
            # sigma(b) grows with t only if b < 0, sigma(-a) if a > 0: for a bound each takes its own end
            up = 1 / (1 + s[1 - i]) if b > 0 else s[i] / (1 + s[i])
            down = 1 / (1 + t[1 - i]) if a < 0 else t[i] / (1 + t[i])
            ends.append(rounded_down(factor**2 * up * down * (1 - d[1 - i]) / (b - a)))
        if ends[0] == ends[1]:
            return ends[0]
        precision *= 2


def abscissas():
    rng = random.Random(20261123)
    xs = [0.0]
    for e in range(-1074, 1024, 1):
        if -60 <= e <= 12:
            xs += [neighbour(2.0**e, i) for i in range(-2, 3)]
        elif e % 16 == 0 or e < -1071 or e > 1021:
            xs += [2.0**e]
    for special in (0.34657359027997264, 36.7368005696771, 37.42994775023705, 37.5, 18.714973875118524, 19.06, 19.1,
                    708.3964185322641, 709.782712893384, 744.4400719213812, 745.1332191019412, 746.0, 373.0, 374.0,
                    354.1982092661320, 354.8913564413, 372.91318, 1.7976931348623157e308):
        xs += [neighbour(special, i) for i in range(-2, 3) if neighbour(special, i) < float("inf")]
    # ties of 1/2 + x/4, of 1/4 - x*x/16, and beside them
    for _ in range(60):
        xs.append((2 * rng.getrandbits(rng.randrange(1, 27)) + 1) * 2.0**-52)
        xs.append((2 * rng.getrandbits(rng.randrange(1, 20)) + 1) * 2.0 ** -rng.randrange(26, 36))
        xs.append(neighbour((2 * rng.getrandbits(rng.randrange(10, 31)) + 1) * 2.0**-52, rng.choice((-1, 1))))
    xs += [rng.uniform(0, 40) for _ in range(600)]
    xs += [rng.uniform(0, 1) for _ in range(200)]
    xs += [rng.uniform(36, 38) for _ in range(60)] + [rng.uniform(18, 20) for _ in range(60)]
    xs += [rng.uniform(40, 708) for _ in range(200)] + [rng.uniform(707, 747) for _ in range(200)]
    xs += [rng.uniform(353, 375) for _ in range(150)]
    xs += [double(rng.getrandbits(63) % bits(float("inf"))) for _ in range(100)]
    return sorted({s * x for x in xs for s in (1, -1)})


def pairs():
    rng = random.Random(42)
    found = set()
    ends = [0.0, 5e-324, 1e-310, 1e-20, 0.1, 1.0, 20.0, 36.0, 400.0, 709.0, 740.0, 745.0, 1e3, 1e9, 1e300, 8e307,
            1.7976931348623157e308]
    ends = ends + [-x for x in ends[1:]]
    found.update((a, b) for a in ends for b in ends if a < b)
    for _ in range(150):
        a = rng.uniform(-40, 40)
        found.update([(a, neighbour(a, 1)), (a, neighbour(a, rng.getrandbits(20) + 1)), (a, a + rng.uniform(1e-9, 30))])
        found.add((a, a + 2.0 ** -rng.randrange(3, 46)))
        b = rng.uniform(-760, 760)
        found.update([(b, neighbour(b, 1)), (b, b + rng.uniform(0, 50)), (b, rng.uniform(b, 800))])
        c = rng.choice((-1, 1)) * rng.random() * 2.0 ** rng.randrange(-300, 10)
        found.add(tuple(sorted((c, rng.random() * 2.0 ** rng.randrange(-300, 10)))))
    return sorted((a, b) for a, b in found if a < b)


def main():
    with open(HERE / "values.csv", "w", encoding="ascii") as out:
        for x in abscissas() + [-0.0]:
            out.write(",".join(f"{bits(y) % 2**64:016x}" for y in (x, sigma(x), sigma1(x), tanh(x), tanh1(x))) + "\n")
    with open(HERE / "slopes.csv", "w", encoding="ascii") as out:
        for a, b in pairs():
            out.write(",".join(f"{bits(y) % 2**64:016x}" for y in (a, b, slope(a, b, 1), slope(a, b, 2))) + "\n")


main()
