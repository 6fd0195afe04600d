/**
 * The numbers: the logistic sigmoid σ and tanh, their derivatives, <b>correctly
 * rounded</b>, and their slopes. This page is the manual.
 *
 * <h2>The promise</h2> σ, σ′, tanh and tanh′ return, for every finite double, the double
 * nearest to the truth, ties to even; subnormal results are rounded once. Hence they are
 * monotone where the function is, exactly symmetric, never outside their range, the same
 * for one value and in a block, and the same on every machine: the kernel uses +, −, ×,
 * ÷, {@link java.lang.Math#fma}, {@link java.lang.Math#rint} and integers, which Java
 * defines to the last bit, and no library function. Slopes are within 1 ulp of the truth.
 *
 * <h2>Method</h2> Ziv's: a fast path whose error is proved, a rounding test, a cold path.
 * <ol>
 * <li><b>Special ranges</b> are decided by argument, before anything is computed: near 0
 * the sign of the first term of the series that is left out decides ties, which no
 * precision would; far out the result is 0, 1 or −1. The thresholds of {@link Logistic}
 * and {@link HyperbolicTangent} carry their reasons.</li>
 * <li><b>Fast path</b> ({@link FastPath}). With v = k·ln 2 + r, |r| ≤ 0.34658, and the
 * even function C = r·coth(r/2), e<sup>v</sup> = 2<sup>k</sup>·P/M where P = C + r and M
 * = C − r. With t = 2<sup>−k</sup>, for v &gt; 0: <pre>
 *   σ(v) = P/(P + tM)        σ(−v) = tM/(P + tM)       σ′(v) = tPM/(P + tM)²
 *   tanh(v/2) = (P − tM)/(P + tM)                      tanh′(v/2) = 4σ′(v)
 * </pre> in double-double arithmetic, with one division.</li>
 * <li><b>Rounding test.</b> If high + (low − ε|high|) and high + (low + ε|high|) round to
 * one double, that is the answer; ε = 2⁻⁶⁵ fails it for one value in about 2400.</li>
 * <li><b>Cold path</b> ({@link ColdPath}). The two ends are then neighbours, and whether
 * the truth lies above or below their midpoint is decided by 128-bit integers; should
 * those not tell, by intervals of 192, 384, … bits. The loop ends, as at rational x ≠ 0
 * every one of these functions is irrational and a midpoint is not
 * (Lindemann–Weierstrass).</li>
 * </ol>
 *
 * <h2>Bounds</h2> The fast path's error is that of the terms from r⁴ on, the only ones in
 * plain double arithmetic. With u = 2⁻⁵³:
 * <table>
 * <caption>What is off by how much</caption>
 * <tr>
 * <th>step</th>
 * <th>absolute error</th>
 * </tr>
 * <tr>
 * <td>r</td>
 * <td>2⁻⁸⁵</td>
 * </tr>
 * <tr>
 * <td>tail of C, |tail| ≤ 2⁻¹⁴·⁶</td>
 * <td>3.5u·2⁻¹⁴·⁶ = 2⁻⁶⁵·⁸ by rounding, 2⁻⁶⁵·⁵ by taking r² rounded, 2⁻⁷³ by ending the
 * series: 2⁻⁶⁴·⁷</td>
 * </tr>
 * <tr>
 * <td>every sum, product and quotient of double-doubles</td>
 * <td>2⁻⁹⁷ relative</td>
 * </tr>
 * </table>
 * So C is off by δ &lt; 2⁻⁶⁴·⁷, and ln(P/M) by δ·2r/(C² − r²) ≤ 0.1752·δ &lt; 2⁻⁶⁷·²:
 * that bounds the relative error of σ(−v), σ′ and tanh′, whose logarithms change at most
 * as much as v does; σ(v) changes by 1 − σ(v) ≤ ½ times as much where k = 0, 2⁻⁶⁸·². For
 * tanh, k = 0 gives r/C and δ/2 &lt; 2⁻⁶⁵·⁷; for k ≥ 1, v ≥ ½ ln 2 and tanh(v/2) changes
 * by 1/sinh(v) ≤ 2.83 times as much, 2⁻⁶⁵·⁷. All are below ε, with room for the round-off
 * of the test itself, 2⁻¹⁰¹. Near 0 tanh's P − M is off by 2⁻¹⁰² absolutely; an absolute
 * 2⁻¹⁰⁰ in the test covers it. Over ten million values a test sees at most 2⁻⁶⁷·⁶, for
 * tanh 2⁻⁶⁶·⁴.
 *
 * <h2>Can a batch be made slow?</h2> Inputs that fail the rounding test are easily found;
 * the first stage of the cold path answers them for 11 to 16 times the price of an
 * ordinary value. It fails only within 2⁻¹¹⁷ of a midpoint, relatively. The four
 * functions have fewer than 2⁶⁰ arguments outside the special ranges, and results have 53
 * bits, so that if remainders are spread evenly, as wherever they have been counted, the
 * number of such arguments expected in all is below 2⁶⁰·2⁵³·2⁻¹¹⁶ = ⅛; where the first
 * terms are exact ties the next, at least 2⁻¹¹¹, decides. No argument is known that needs
 * the last stage, and to look for one is a search of the size of those for the worst
 * cases of exp, whose nearest lies at 2⁻¹¹³. The last stage, if it is ever needed, was
 * seen to cost 7 µs for |x| ≤ 30 and 180 µs at 700.
 *
 * <h2>Blocks</h2> The JIT vectorizes small loops over {@code double[]} with plain
 * arithmetic, fma and rint; not conditions, gathers, bit conversions or shifts by a
 * variable, nor large bodies. So a block passes through a dozen small loops
 * ({@link Workspace}) that stay in the first-level cache; 2<sup>k</sup> is computed by
 * arithmetic; and out of range arguments are made to fail the rounding test by arithmetic
 * too.
 *
 * <h2>How it is proved</h2> Tests compare bits, never with a tolerance: with MPFR's
 * answers in a file, with an oracle of decimal intervals that shares nothing with the
 * kernel, over special values, thresholds, powers of two, ties, crossings of midpoints,
 * random bits. Every constant is derived again. {@code ./mvnw test -Psearch} goes on for
 * ten minutes with other values each time; the profile {@code mutation} counts the
 * mutations of this package that no test notices.
 *
 * <h2>References</h2>
 * <ul>
 * <li>A. Ziv, <i>Fast evaluation of elementary mathematical functions with correctly
 * rounded last bit</i>, ACM TOMS 17 (1991).</li>
 * <li>J.-M. Muller et al., <i>Handbook of Floating-Point Arithmetic</i>, 2nd ed. (2018):
 * Fast2Sum, 2Sum, Veltkamp's splitting, Sterbenz's lemma, double-double arithmetic, the
 * table maker's dilemma.</li>
 * <li>M. Joldes, J.-M. Muller, V. Popescu, <i>Tight and rigorous error bounds for basic
 * building blocks of double-word arithmetic</i>, ACM TOMS 44 (2017).</li>
 * <li>V. Lefèvre, J.-M. Muller, <i>Worst cases for correct rounding of the elementary
 * functions in double precision</i>, ARITH-15 (2001).</li>
 * </ul>
 */
@NullMarked
package dev.sigmoid.math;

import org.jspecify.annotations.NullMarked;
