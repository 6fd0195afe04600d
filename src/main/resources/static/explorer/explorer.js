/** The explorer page: what is shown, and what happens when a person changes it. */

import { Chart } from './chart.js';
import { drawStrips, left, lostIn32Bits } from './layers.js';
import { parsed, roundBelow, shown, snap } from './numbers.js';
import { address, ask, curl, latest } from './service.js';

const FUNCTIONS = ['sigmoid', 'tanh'];

/** The formulas of the textbooks, which lose the derivative where the function rounds to 1. */
const NAIVE = { sigmoid: (y) => y * (1 - y), tanh: (y) => 1 - y * y };

/** The values of tanh need twice the room; side by side, one scale makes slopes comparable. */
const ORDINATES = { sigmoid: [-0.08, 1.08], tanh: [-1.12, 1.12], both: [-1.12, 1.12] };

/** Odd, so that a range that is symmetric about 0 has a point there. */
const POINTS = 601;

/** Where the functions bend; a range so wide that its points miss the bend gets these points, too. */
const BEND = { start: -20, stop: 20, count: 321 };

const HOME = { start: -6, stop: 6 };

const state = { view: 'sigmoid', ...HOME, a: 1, b: null, depth: 10, ...fromFragment() };

/** What the service has said: for each function its columns, its points a and b, its secant, its steepest slope. */
const answers = { sigmoid: {}, tanh: {} };

const $ = (id) => document.getElementById(id);

const visible = () => (state.view === 'both' ? FUNCTIONS : [state.view]);

const charts = Object.fromEntries(FUNCTIONS.map((name) => [name, new Chart($('charts'), name, {
  onMove: (key, x) => moveTo(key, x),
  onRange: (start, stop) => zoomTo(start, stop),
})]));

/* What to ask. */

const ADDRESSES = {
  columns: (name) => address(`/${name}`, { start: state.start, stop: state.stop, count: POINTS, include: 'derivative' }),
  bend: (name) => address(`/${name}`, { ...BEND, include: 'derivative' }),
  a: (name) => address(`/${name}`, { x: state.a, include: 'derivative' }),
  b: (name) => address(`/${name}`, { x: state.b, include: 'derivative' }),
  slope: (name) => address(`/${name}/slope`, { from: state.a, to: state.b }),
  steepest: (name) => address(`/${name}/derivative`, { x: 0 }),
};

const askCurves = latest(() => told(async () => {
  await Promise.all(visible().map(async (name) => {
    const columns = isWide() ? merged(await ask(ADDRESSES.columns(name)), await ask(ADDRESSES.bend(name)))
      : await ask(ADDRESSES.columns(name));
    answers[name].columns = { ...columns, naive: columns.y.map(NAIVE[name]) };
  }));
  draw();
}));

function isWide() {
  return (state.stop - state.start) / POINTS > 0.25;
}

/** The rows of both, in order, as far as the first reaches. */
function merged(columns, more) {
  const [least, greatest] = [columns.x[0], columns.x.at(-1)];
  const rows = [columns, more].flatMap(({ x, y, dy }) => x.map((each, i) => [each, y[i], dy[i]]))
    .filter(([x]) => x >= least && x <= greatest).sort(([a], [b]) => a - b);
  return { x: rows.map(([x]) => x), y: rows.map(([, y]) => y), dy: rows.map(([, , dy]) => dy) };
}

const askPoints = latest(() => told(async () => {
  const { a, b } = state;
  const found = await Promise.all(FUNCTIONS.map(async (name) => ({
    at: await ask(ADDRESSES.a(name)),
    ...(b === null ? { atB: null, slope: null }
      : { atB: await ask(ADDRESSES.b(name)), slope: (await ask(ADDRESSES.slope(name))).slope }),
  })));
  FUNCTIONS.forEach((name, i) => Object.assign(answers[name], found[i]));
  // the next answer is under way if the point has moved on meanwhile
  if (a === state.a && b === state.b) {
    draw();
    write();
  }
}));

/** Shows a problem of the service's where a person sees it. */
async function told(task) {
  try {
    await task();
    $('problem').hidden = true;
  } catch (error) {
    $('problem').textContent = error.message;
    $('problem').hidden = false;
  }
}

/* What to show. */

function draw() {
  for (const name of FUNCTIONS) {
    const seen = visible().includes(name);
    charts[name].figure.attr('hidden', seen ? null : '');
    const { columns, at, atB } = answers[name];
    if (seen && columns) {
      charts[name].show({ start: state.start, stop: state.stop, a: state.a, b: state.b, columns, at, atB, ordinates: ORDINATES[state.view] });
    }
  }
  const lost = visible().some((name) => answers[name].columns?.naive.some((slope, i) => slope === 0 && answers[name].columns.dy[i] > 0));
  $('lost-key').hidden = !lost;
  $('secant-key').hidden = state.b === null;
  document.body.dataset.view = state.view;
}

function write() {
  const { a, b } = state;
  for (const name of FUNCTIONS) {
    const { at, slope } = answers[name];
    const naive = NAIVE[name](at.y);
    $(`${name}-y`).textContent = shown(at.y);
    $(`${name}-dy`).textContent = shown(at.dy);
    $(`${name}-naive`).textContent = shown(naive);
    $(`${name}-naive`).classList.toggle('wrong', naive === 0 && at.dy > 0);
    $(`${name}-tangent`).textContent = `${shown(at.y)} + ${shown(at.dy)} · (x ${a < 0 ? '+' : '−'} ${shown(Math.abs(a))})`;
    $(`${name}-slope`).textContent = b === null ? '' : shown(slope);
  }
  $('verdict').textContent = verdict(visible()[0]);
  writeLayers();
  writeSources();
  document.body.dataset.ready = `${state.view} ${a} ${b} ${state.depth}`;
}

function verdict(name) {
  const { at, steepest } = answers[name];
  const share = at.dy / steepest;
  if (NAIVE[name](at.y) === 0 && at.dy > 0) {
    return 'So flat that the textbook formula, in double arithmetic, says 0. The true slope is not 0.';
  }
  if (share === 1) {
    return `The steepest place of all: the slope is ${shown(at.dy)} here, and less everywhere else.`;
  }
  return share > 0.5 ? 'Steep: here a small step of x still changes the value a lot.'
    : share > 0.1 ? 'Flattening: the further from 0, the smaller the slope.'
      : 'Saturated: the curve is almost flat, and a neuron here hardly learns.';
}

function writeLayers() {
  const { depth, a } = state;
  const { sigmoid, tanh } = answers;
  $('depth-value').textContent = depth;
  drawStrips($('strips'), depth, [
    { kind: 'best', label: `sigmoid at best, x = 0: ${shown(sigmoid.steepest)}ⁿ`, slope: sigmoid.steepest },
    { kind: 'here', label: `sigmoid at your point, x = ${shown(a)}`, slope: sigmoid.at.dy },
    { kind: 'tanh', label: `tanh at your point, x = ${shown(a)}`, slope: tanh.at.dy },
  ]);
  const share = left(sigmoid.steepest, depth);
  const part = depth <= 20 ? `one part in ${(1 / share).toLocaleString('en', { maximumFractionDigits: 0 })}` : shown(share);
  const best = `After ${depth === 1 ? 'one layer' : `${depth} layers`} at most ${part} of the error is left for the first layer to learn from.`;
  const naive = NAIVE.sigmoid(sigmoid.at.y) === 0
    ? ` At x = ${shown(a)} the naive formula says 0 after the very first layer.` : '';
  const end = lostIn32Bits(sigmoid.steepest);
  const gone = depth >= end ? ` From layer ${end} on, a 32-bit float holds 0: there is nothing left to learn from.` : '';
  $('depth-verdict').textContent = best + gone + naive;
}

function writeSources() {
  const entries = visible().flatMap((name) => [
    { title: `${name} at the point`, url: ADDRESSES.a(name), kind: 'point' },
    ...(state.b === null ? [] : [{ title: `slope of ${name}'s secant`, url: ADDRESSES.slope(name), kind: 'slope' },
      { title: `${name} at the second point`, url: ADDRESSES.b(name), kind: 'second' }]),
    { title: `the curves of ${name}`, url: ADDRESSES.columns(name), kind: 'curve' },
    ...(isWide() ? [{ title: `the bend of ${name}`, url: ADDRESSES.bend(name), kind: 'bend' }] : []),
  ]).concat(FUNCTIONS.map((name) => ({ title: `steepest slope of ${name}`, url: ADDRESSES.steepest(name), kind: 'steepest' })));
  const items = window.d3.select($('sources')).selectAll('li').data(entries, (entry) => entry.title).join((enter) => {
    const item = enter.append('li').attr('data-source', (entry) => `${entry.kind}`);
    item.append('h3').text((entry) => entry.title);
    item.append('a').attr('class', 'url');
    const command = item.append('div').attr('class', 'command');
    command.append('code').attr('tabindex', 0);
    command.append('button').attr('type', 'button').text('Copy curl').attr('class', 'copy-curl')
      .on('click', (event, entry) => copy(curl(entry.url), 'curl command'));
    command.append('button').attr('type', 'button').text('Copy URL').attr('class', 'copy-url')
      .on('click', (event, entry) => copy(entry.url, 'URL'));
    return item;
  }).order();
  items.select('.url').attr('href', (entry) => entry.url).text((entry) => entry.url.slice(location.origin.length));
  items.select('code').text((entry) => curl(entry.url)).attr('aria-label', (entry) => `command for ${entry.title}`);
  items.select('.copy-curl').attr('aria-label', (entry) => `Copy curl command for ${entry.title}`);
  items.select('.copy-url').attr('aria-label', (entry) => `Copy URL of ${entry.title}`);
  writeDownloads();
}

function writeDownloads() {
  const { start, stop } = state;
  const entries = visible().flatMap((name) => [
    { name, format: 'csv', url: `${ADDRESSES.columns(name)}&format=csv` },
    { name, format: 'png', url: address(`/${name}/plot`, { start, stop, width: 1200, height: 675, format: 'png' }) },
    { name, format: 'svg', url: address(`/${name}/plot`, { start, stop, format: 'svg' }) },
  ]);
  window.d3.select($('downloads')).selectAll('li').data(entries, (entry) => entry.name + entry.format).join((enter) => {
    const item = enter.append('li');
    item.append('a').attr('class', 'button').attr('download', (entry) => `${entry.name}.${entry.format}`)
      .text((entry) => `${entry.name} ${entry.format.toUpperCase()}`);
    return item;
  }).select('a').attr('href', (entry) => entry.url);
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // the clipboard needs HTTPS or localhost; everywhere else the old way still works
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = text;
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  $('copied').textContent = `${what} copied`;
  $('copied').classList.add('seen');
  setTimeout(() => $('copied').classList.remove('seen'), 1500);
}

/* What a person does. */

function moveTo(key, x) {
  state[key] = x;
  for (const name of visible()) {
    answers[name][key === 'a' ? 'at' : 'atB'] = charts[name].guess(x);
  }
  fillFields();
  draw();
  remember();
  return askPoints();
}

function zoomTo(start, stop) {
  const step = roundBelow((stop - start) / 1000);
  setRange(snap(start, step), snap(stop, step));
}

function setRange(start, stop) {
  // no further in than doubles can tell apart, no further out than they reach
  if (!(start < stop && Number.isFinite(stop - start))) {
    return;
  }
  Object.assign(state, { start, stop });
  fillFields();
  draw();
  remember();
  askCurves();
  if (answers.sigmoid.at) {
    writeSources();
  }
}

/** Takes a range that was typed, if there is one. */
function changeRange(field, { start, stop }) {
  const turned = !(start < stop);
  $('problem').textContent = 'The range goes from the smaller number to the larger one.';
  $('problem').hidden = !turned;
  $(field).setAttribute('aria-invalid', String(turned));
  if (!turned) {
    change({ start, stop });
  }
}

/** Changes several things at once, and asks for all that they need. */
async function change(changes) {
  Object.assign(state, changes);
  fillFields();
  remember();
  await Promise.all([askCurves(), askPoints()]);
}

function scaleRange(factor) {
  const middle = state.a >= state.start && state.a <= state.stop ? state.a : (state.start + state.stop) / 2;
  zoomTo(middle + (state.start - middle) * factor, middle + (state.stop - middle) * factor);
}

const TOUR = {
  steepest: { view: 'sigmoid', ...HOME, a: 0 },
  saturated: { view: 'sigmoid', ...HOME, a: 5 },
  naive: { view: 'sigmoid', start: -50, stop: 50, a: 40 },
  layers: { view: 'sigmoid', ...HOME, a: 2, depth: 10 },
};

function onField(id, use) {
  $(id).addEventListener('change', () => {
    const number = parsed($(id).value);
    $(id).setAttribute('aria-invalid', String(number === null));
    if (number !== null) {
      use(number);
    }
  });
}

function listen() {
  onField('a', (x) => moveTo('a', x));
  onField('b', (x) => moveTo('b', x));
  onField('start', (start) => changeRange('start', { start, stop: state.stop }));
  onField('stop', (stop) => changeRange('stop', { start: state.start, stop }));
  $('range').addEventListener('submit', (event) => event.preventDefault());
  $('zoom-in').addEventListener('click', () => scaleRange(0.5));
  $('zoom-out').addEventListener('click', () => scaleRange(2));
  $('zoom-reset').addEventListener('click', () => change(HOME));
  $('depth').addEventListener('input', () => {
    state.depth = Number($('depth').value);
    remember();
    write();
  });
  $('second').addEventListener('change', () => change({ b: $('second').checked ? secondPlace() : null }));
  document.querySelectorAll('[name=view]').forEach((radio) => radio.addEventListener('change', () => change({ view: radio.value })));
  document.querySelectorAll('[data-tour]').forEach((button) => button.addEventListener('click', async () => {
    await change(TOUR[button.dataset.tour]);
    if (button.dataset.tour === 'layers') {
      $('layers').scrollIntoView({ block: 'center' });
    }
  }));
}

/** A third of the range from the first point, on the side where there is room. */
function secondPlace() {
  const third = (state.stop - state.start) / 3;
  return snap(state.a + third <= state.stop ? state.a + third : state.a - third, roundBelow(third / 50));
}

function fillFields() {
  for (const id of ['a', 'b', 'start', 'stop']) {
    $(id).value = state[id] === null ? '' : shown(state[id]);
    $(id).removeAttribute('aria-invalid');
  }
  $('depth').value = state.depth;
  $('second').checked = state.b !== null;
  $('second-part').hidden = state.b === null;
  document.querySelector(`[name=view][value=${state.view}]`).checked = true;
}

/* The fragment of the page's address holds what is shown, so that it can be sent to others. */

function fromFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  const found = {};
  for (const key of ['start', 'stop', 'a', 'b', 'depth']) {
    const number = parsed(given.get(key) ?? '');
    if (number !== null) {
      found[key] = number;
    }
  }
  found.depth = Math.min(Math.max(Math.round(found.depth ?? 10), 1), 100);
  if (['sigmoid', 'tanh', 'both'].includes(given.get('view'))) {
    found.view = given.get('view');
  }
  return found;
}

function remember() {
  const { view, start, stop, a, b, depth } = state;
  const all = { view, start, stop, a, ...(b === null ? {} : { b }), depth };
  history.replaceState(null, '', `#${new URLSearchParams(all)}`);
}

async function begin() {
  fillFields();
  draw();
  listen();
  await told(async () => {
    const steepest = await Promise.all(FUNCTIONS.map((name) => ask(ADDRESSES.steepest(name))));
    FUNCTIONS.forEach((name, i) => {
      answers[name].steepest = steepest[i].y;
    });
    await Promise.all([askCurves(), askPoints()]);
  });
}

begin();
