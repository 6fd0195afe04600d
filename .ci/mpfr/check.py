#!/usr/bin/python3
"""Compares the running service with MPFR, bit for bit: python3-gmpy2 computes each value with 400 bits and rounds it once.

    .ci/mpfr/check.py URL [SEED]

For each of the four functions 40,000 values go in batches over HTTP: uniform, all exponents, both tails, near ties, and
values whose rounding is close. Slopes, one by one, must lie within 1 ulp.
"""
import json
import math
import random
import struct
import sys
import urllib.request

import gmpy2
from gmpy2 import mpfr

URL = sys.argv[1]
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32)
EXACT = gmpy2.context(precision=400, emin=gmpy2.get_emin_min(), emax=gmpy2.get_emax_max())
SMALLEST_NORMAL = mpfr(2) ** -1022
FUNCTIONS = {
    "/sigmoid": lambda x: 1 / (1 + gmpy2.exp(-x)),
    "/sigmoid/derivative": lambda x: (lambda t: t / (1 + t) ** 2)(gmpy2.exp(-abs(x))),
    "/tanh": lambda x: gmpy2.tanh(x),
    "/tanh/derivative": lambda x: 1 / gmpy2.cosh(x) ** 2,
}


def true(function, x):
    with gmpy2.local_context(EXACT):
        return function(mpfr(x))


def nearest(exact):
    """The double nearest to an exact value, rounded once: to 53 bits, or to a multiple of 2^-1074 if it is subnormal."""
    if abs(exact) >= SMALLEST_NORMAL:
        return float(mpfr(exact, 53))
    with gmpy2.local_context(EXACT):
        return math.ldexp(int(gmpy2.rint(exact * mpfr(2) ** 1074)), -1074)


def values(rng):
    uniform = [rng.uniform(-40, 40) for _ in range(12_000)]
    bits = [struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0] for _ in range(8_000)]
    tails = [rng.choice((-1, 1)) * rng.uniform(700, 750) for _ in range(4_000)] + [rng.choice((-1, 1)) * rng.uniform(340, 380) for _ in range(2_000)]
    ties = [rng.choice((-1, 1)) * math.ldexp(rng.getrandbits(20) + 1, -rng.randrange(30, 90)) for _ in range(8_000)]
    small = [rng.choice((-1, 1)) * math.ldexp(rng.random(), -rng.randrange(0, 40)) for _ in range(6_000)]
    return [x for x in uniform + bits + tails + ties + small if math.isfinite(x)]


def hard(rng, function, count):
    """Of many values those whose truth lies nearest to the middle of two doubles."""
    def distance(x):
        exact = true(function, x)
        with gmpy2.local_context(EXACT):
            scaled = exact * mpfr(2) ** (53 - (gmpy2.frexp(exact)[0] if exact else 0))
            return abs(scaled - gmpy2.floor(scaled) - mpfr("0.5"))
    return sorted((rng.uniform(-20, 20) for _ in range(30 * count)), key=distance)[:count]


def post(path, x):
    body = json.dumps({"x": x}).encode()
    request = urllib.request.Request(URL + path, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["y"]


def bits(value):
    return struct.pack("<d", value)


def slope_within_an_ulp(path, function, a, b):
    with urllib.request.urlopen(f"{URL}{path}/slope?from={a!r}&to={b!r}".replace("+", "%2B"), timeout=60) as answer:
        slope = json.load(answer)["slope"]
    with gmpy2.local_context(EXACT, precision=5000):
        exact = (function(mpfr(b)) - function(mpfr(a))) / (mpfr(b) - mpfr(a))
        return abs(mpfr(slope) - exact) <= mpfr(math.ulp(slope))


def main():
    rng = random.Random(SEED)
    wrong = 0
    for path, function in FUNCTIONS.items():
        x = values(rng) + hard(rng, function, 500)
        y = post(path, x)
        misses = [(a, b) for a, b in zip(x, y) if bits(nearest(true(function, a))) != bits(b) and not (a == 0 == b)]
        wrong += len(misses) + (len(x) != len(y))
        print(f"{path}: {len(x)} values, {len(misses)} differ from MPFR" + "".join(f"\n  {a!r} {b!r}" for a, b in misses[:5]))
    for path in ("/sigmoid", "/tanh"):
        pairs = [(rng.uniform(-30, 30), rng.uniform(-30, 30)) for _ in range(300)]
        pairs += [(a, math.nextafter(a, math.inf)) for a, _ in pairs[:100]] + [(a, a + a * 1e-9) for a, _ in pairs[:100]]
        bad = [pair for pair in pairs if not slope_within_an_ulp(path, FUNCTIONS[path], *pair)]
        wrong += len(bad)
        print(f"{path}/slope: {len(pairs)} slopes, {len(bad)} off by more than 1 ulp")
    print(f"seed {SEED}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
