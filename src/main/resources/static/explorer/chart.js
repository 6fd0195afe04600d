/** One function, its derivative, and the points on it. */

import { brief, roundBelow, snap } from './numbers.js';

const { d3 } = window;

const MARGIN = { top: 14, right: 16, bottom: 30, left: 40 };

export class Chart {

  /**
   * @param parent where the chart goes
   * @param name of the function, as the path of its resource
   * @param onMove told (key, x) when a person moves point a or b
   * @param onRange told (start, stop) when a person zooms or pans
   */
  constructor(parent, name, { onMove, onRange }) {
    this.name = name;
    this.onMove = onMove;
    this.onRange = onRange;
    this.x = d3.scaleLinear();
    this.y = d3.scaleLinear();
    this.figure = d3.select(parent).append('figure').attr('class', `chart ${name}`);
    this.figure.append('figcaption').text(name);
    this.svg = this.figure.append('svg').attr('role', 'group')
      .attr('aria-label', `${name} and its derivative, with points that can be moved`);
    this.clip = this.svg.append('clipPath').attr('id', `clip-${name}`).append('rect');
    this.axes = this.svg.append('g').attr('aria-hidden', 'true');
    this.lines = this.svg.append('g').attr('aria-hidden', 'true').attr('clip-path', `url(#clip-${name})`);
    for (const line of ['lost', 'lost-left', 'drop', 'function', 'derivative', 'secant', 'tangent']) {
      this.lines.append('path').attr('class', line.replace('-left', '')).attr('data-line', line);
    }
    this.points = this.svg.append('g');
    this.addZoom();
    this.addPoint('b');
    this.addPoint('a');
    new ResizeObserver(() => this.draw()).observe(this.figure.node());
  }

  addZoom() {
    this.zoom = d3.zoom()
      // a bare wheel and a single finger scroll the page
      .filter((event) => (event.type === 'wheel' ? event.ctrlKey || event.metaKey
        : event.type === 'touchstart' ? event.touches.length > 1 : !event.button))
      .on('start', ({ sourceEvent }) => {
        this.gesture = Boolean(sourceEvent);
      })
      .on('zoom', ({ sourceEvent, transform }) => {
        if (sourceEvent) {
          this.onRange(...transform.rescaleX(this.base).domain());
        }
      })
      .on('end', () => {
        this.gesture = false;
        this.rebase();
      });
    this.svg.call(this.zoom).on('dblclick.zoom', null);
  }

  /** Later gestures start from what is shown now. */
  rebase() {
    this.base = this.x.copy();
    this.svg.property('__zoom', d3.zoomIdentity);
  }

  addPoint(key) {
    const point = this.points.append('g').attr('class', `point ${key}`)
      .attr('role', 'slider').attr('tabindex', 0).attr('data-point', `${this.name}-${key}`);
    // as large as a finger
    point.append('circle').attr('class', 'reach').attr('r', 22);
    point.append('circle').attr('class', 'ring').attr('r', 14);
    point.append('circle').attr('class', 'dot').attr('r', 8);
    point.call(d3.drag()
      .container(() => this.svg.node())
      .on('start', () => point.node().focus({ preventScroll: true }))
      .on('drag', (event) => this.move(key, this.x.invert(event.x), this.pixelStep())));
    point.on('keydown', (event) => this.press(key, event));
  }

  press(key, event) {
    const step = this.keyStep();
    const [start, stop] = this.x.domain();
    const many = event.shiftKey ? 10 : 1;
    const targets = {
      ArrowRight: this.model[key] + many * step, ArrowUp: this.model[key] + many * step,
      ArrowLeft: this.model[key] - many * step, ArrowDown: this.model[key] - many * step,
      PageUp: this.model[key] + 10 * step, PageDown: this.model[key] - 10 * step,
      Home: start, End: stop,
    };
    if (event.key in targets && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.move(key, targets[event.key], step);
    }
  }

  move(key, x, step) {
    const [start, stop] = this.x.domain();
    this.onMove(key, Math.min(Math.max(snap(x, step), start), stop));
  }

  keyStep() {
    const [start, stop] = this.x.domain();
    return roundBelow((stop - start) / 100);
  }

  pixelStep() {
    const [start, stop] = this.x.domain();
    return roundBelow((stop - start) / (this.x.range()[1] - this.x.range()[0]));
  }

  /**
   * Shows a model: start, stop, a, b (null if there is none), columns {x, y, dy} of the
   * curve, at {y, dy} of point a, atB {y} of point b, ordinates [least, greatest].
   */
  show(model) {
    this.model = model;
    this.draw();
  }

  draw() {
    const width = this.figure.node().clientWidth;
    if (!this.model || !width) {
      return;
    }
    const height = Math.round(Math.min(Math.max(width * 0.56, 250), 430));
    this.svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
    const { start, stop, ordinates } = this.model;
    this.x.domain([start, stop]).range([MARGIN.left, width - MARGIN.right]);
    this.y.domain(ordinates).range([height - MARGIN.bottom, MARGIN.top]);
    this.clip.attr('x', MARGIN.left).attr('y', 0).attr('width', width - MARGIN.left - MARGIN.right).attr('height', height - MARGIN.bottom);
    if (!this.gesture) {
      this.rebase();
    }
    this.drawAxes(width, height);
    this.drawCurves();
    this.drawLines();
    this.drawPoint('a', this.model.a, this.model.at);
    this.drawPoint('b', this.model.b, this.model.atB);
  }

  drawAxes(width, height) {
    const across = d3.axisBottom(this.x).ticks(Math.max(2, width / 80)).tickSizeOuter(0);
    const up = d3.axisLeft(this.y).ticks(6).tickSize(-(width - MARGIN.left - MARGIN.right));
    // 1e7 rather than 10000000: longer labels would run into each other, or be cut off
    const [start, stop] = this.x.domain();
    if (Math.max(Math.abs(start), Math.abs(stop)) >= 1e5 || stop - start < 1e-3) {
      across.ticks(Math.max(2, width / 130)).tickFormat(brief);
    }
    this.axes.selectAll('g.axis').data([
      { name: 'across', axis: across, move: `translate(0,${height - MARGIN.bottom})` },
      { name: 'up', axis: up, move: `translate(${MARGIN.left},0)` },
    ]).join('g').attr('class', (each) => `axis ${each.name}`).attr('transform', (each) => each.move)
      .each(function draw(each) {
        d3.select(this).call(each.axis);
      });
    const zero = this.x(0);
    this.axes.selectAll('line.zero').data(zero > MARGIN.left && zero < width - MARGIN.right ? [zero] : [])
      .join('line').attr('class', 'zero').attr('x1', String).attr('x2', String).attr('y1', MARGIN.top).attr('y2', height - MARGIN.bottom);
  }

  drawCurves() {
    const { columns } = this.model;
    const indexes = d3.range(columns ? columns.x.length : 0);
    const line = (column) => d3.line((i) => this.x(columns.x[i]), (i) => this.y(column[i]))(indexes);
    this.line('function', columns && line(columns.y));
    this.line('derivative', columns && line(columns.dy));
    // both ends can be lost: tanh saturates at -1, too
    const lost = indexes.filter((i) => columns.naive[i] === 0 && columns.dy[i] > 0).map((i) => columns.x[i]);
    this.line('lost', this.band(lost.filter((x) => x > 0)));
    this.line('lost-left', this.band(lost.filter((x) => x < 0)));
  }

  band(abscissas) {
    if (abscissas.length === 0) {
      return null;
    }
    const [left, right] = d3.extent(abscissas, this.x);
    const [bottom, top] = this.y.range();
    return `M${left} ${bottom}V${top}H${right}V${bottom}Z`;
  }

  drawLines() {
    const { a, b, at, atB } = this.model;
    const through = (slope) => {
      const [start, stop] = this.x.domain();
      return `M${this.x(start)} ${this.y(at.y + slope * (start - a))}L${this.x(stop)} ${this.y(at.y + slope * (stop - a))}`;
    };
    this.line('tangent', at && through(at.dy));
    this.line('secant', at && atB && a !== b ? through((atB.y - at.y) / (b - a)) : null);
    this.line('drop', at && `M${this.x(a)} ${this.y(at.y)}V${this.y(at.dy)}`);
  }

  line(name, d) {
    this.lines.select(`[data-line=${name}]`).attr('d', d ?? null);
  }

  drawPoint(key, x, at) {
    const point = this.points.select(`.${key}`);
    const there = x !== null && at != null;
    point.attr('display', there ? null : 'none');
    if (!there) {
      return;
    }
    const [start, stop] = this.x.domain();
    const inside = x >= start && x <= stop;
    point.attr('transform', `translate(${this.x(Math.min(Math.max(x, start), stop))},${this.y(at.y)})`)
      .classed('outside', !inside)
      .attr('aria-label', `${key === 'a' ? 'Point' : 'Second point'} on ${this.name}`)
      .attr('aria-valuemin', start).attr('aria-valuemax', stop).attr('aria-valuenow', x)
      .attr('aria-valuetext', `x ${x}, ${this.name} ${at.y}${at.dy === undefined ? '' : `, slope ${at.dy}`}`);
  }

  /** Where the curve that is shown has a point, until the service has answered for the very abscissa. */
  guess(x) {
    const { columns } = this.model;
    const i = Math.min(Math.max(d3.bisectLeft(columns.x, x), 1), columns.x.length - 1);
    const t = (x - columns.x[i - 1]) / (columns.x[i] - columns.x[i - 1]);
    const between = (column) => column[i - 1] + Math.min(Math.max(t, 0), 1) * (column[i] - column[i - 1]);
    return { y: between(columns.y), dy: between(columns.dy) };
  }

}

