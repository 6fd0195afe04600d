package dev.sigmoid.math;

/**
 * A curve over v &gt; 0. Every function of this package is one of these after a symmetry,
 * and each is a rational function of E = e<sup>−v</sup>.
 */
enum Curve {

	/** σ(v) = 1/(1 + E), from ½ up to 1. */
	RISE,

	/** σ(−v) = E/(1 + E), from ½ down to 0. */
	FALL,

	/** σ′(v) = E/(1 + E)², from ¼ down to 0. */
	BELL,

	/** tanh(v/2) = (1 − E)/(1 + E), from 0 up to 1. */
	TANGENT,

	/** tanh′(v/2) = 4E/(1 + E)², from 1 down to 0. */
	TANGENT_BELL

}
