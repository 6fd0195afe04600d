package dev.sigmoid.math;

/** The fast path's sums before they are rounded. */
final class FastSum {

	private FastSum() {
	}

	/** The fast path's sum before it is rounded, put together from its steps. */
	static Pair of(Curve curve, double v) {
		double k = FastPath.multiple(v);
		double r = FastPath.remainder(v, k);
		double rLow = FastPath.remainderLow(v, k, r);
		double tail = FastPath.tail(r);
		double c = FastPath.even(r, tail);
		double cLow = FastPath.evenLow(r, rLow, tail);
		double t = FastPath.power(-k);
		double p = c + r;
		double pLow = FastPath.quickSumLow(c, r, p) + (cLow + rLow);
		double m = t * (c - r);
		double mLow = t * (FastPath.quickSumLow(c, -r, c - r) + (cLow - rLow));
		double d = p + m;
		double dLow = FastPath.quickSumLow(p, m, d) + (pLow + mLow);
		double product = p * m;
		double square = d * d;
		return switch (curve) {
			case RISE -> quotient(p, pLow, d, dLow);
			case FALL -> quotient(m, mLow, d, dLow);
			case TANGENT -> quotient(p - m, FastPath.quickSumLow(p, -m, p - m) + (pLow - mLow), d, dLow);
			case BELL -> quotient(product, FastPath.productLow(p, pLow, m, mLow, product), square,
					FastPath.productLow(d, dLow, d, dLow, square));
			case TANGENT_BELL -> quotient(4 * product, 4 * FastPath.productLow(p, pLow, m, mLow, product), square,
					FastPath.productLow(d, dLow, d, dLow, square));
		};
	}

	private static Pair quotient(double n, double nLow, double d, double dLow) {
		double inverse = 1 / d;
		double high = n * inverse;
		return new Pair(high, FastPath.quotientLow(n, nLow, d, dLow, inverse, high));
	}

}
