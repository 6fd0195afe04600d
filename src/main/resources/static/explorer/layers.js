/** What is left of an error on its way back through layer after layer. */

import { shown } from './numbers.js';

const { d3 } = window;

const HEIGHT = 56;

/**
 * Draws a row of bars for each strip.
 * @param parent where they go
 * @param depth how many layers
 * @param strips each {label, slope, kind}: the slope multiplies the error at every layer
 */
export function drawStrips(parent, depth, strips) {
  const rows = d3.select(parent).selectAll('div.strip').data(strips, (strip) => strip.kind)
    .join((enter) => {
      const row = enter.append('div').attr('class', (strip) => `strip ${strip.kind}`);
      row.append('p').attr('class', 'label');
      row.append('svg').attr('height', HEIGHT).attr('preserveAspectRatio', 'none').attr('aria-hidden', 'true');
      row.append('output').attr('for', 'depth');
      return row;
    });
  rows.select('.label').text((strip) => strip.label);
  rows.select('output').attr('id', (strip) => `left-${strip.kind}`).text((strip) => remainder(strip.slope, depth));
  rows.select('svg').attr('viewBox', `0 0 ${depth + 1} 1`).each(function bars(strip) {
    d3.select(this).selectAll('rect').data(d3.range(0, depth + 1)).join('rect')
      .attr('x', (layer) => layer + 0.08).attr('width', 0.84)
      // a hair stays visible, so that nobody takes a small number for none
      .attr('y', (layer) => 1 - Math.max(left(strip.slope, layer), 0.012))
      .attr('height', (layer) => Math.max(left(strip.slope, layer), 0.012))
      .attr('class', (layer) => (layer === 0 ? 'whole' : Math.fround(left(strip.slope, layer)) === 0 ? 'gone' : null));
  });
}

function remainder(slope, depth) {
  // what a double cannot hold is less than its least number, but not nothing
  return slope > 0 && left(slope, depth) === 0 ? 'less than 5e−324' : shown(left(slope, depth));
}

/** The share of the error that so many layers leave. */
export function left(slope, depth) {
  return slope ** depth;
}

/** The first layer at which a 32-bit float holds nothing any more. */
export function lostIn32Bits(slope) {
  return slope < 1 ? d3.range(1, 2000).find((depth) => Math.fround(left(slope, depth)) === 0) : undefined;
}
