/** Numbers as people and URLs write them. */

/** The largest of 1, 2, 5 times a power of ten that is not above a positive number. */
export function roundBelow(number) {
  const power = 10 ** Math.floor(Math.log10(number));
  return [5, 2, 1].map((digit) => digit * power).find((round) => round <= number) ?? power;
}

/** A number at the nearest multiple of a step, without the tail that binary fractions leave. */
export function snap(number, step) {
  const digits = Math.max(0, Math.ceil(Math.log10(Math.abs(number / step) + 1))) + 2;
  return Number((Math.round(number / step) * step).toPrecision(Math.min(digits, 15)));
}

/** A number with its sign as printers set it; all its digits, so that it equals the service's answer. */
export function shown(number) {
  return String(number).replaceAll('-', '−');
}

/** A number with an exponent where that is shorter, without the tail that binary fractions leave. */
export function brief(number) {
  const round = Number(number.toPrecision(12));
  const scientific = round.toExponential().replace('e+', 'e');
  return shown(scientific.length < String(round).length ? scientific : round);
}

/** What a person typed, or null if it is no finite decimal number. */
export function parsed(text) {
  const plain = text.trim().replaceAll('−', '-').replace(',', '.');
  const number = Number(plain);
  return plain !== '' && /^[-+]?[\d.]/.test(plain) && !/[xob]/i.test(plain) && Number.isFinite(number) ? number : null;
}
