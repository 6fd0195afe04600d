/**
 * Pictures. {@link dev.sigmoid.plot.Plotter} draws a function and its derivative into a
 * {@link dev.sigmoid.plot.Frame}; a {@link dev.sigmoid.plot.PlotFormat} turns the
 * {@link dev.sigmoid.plot.Plot} into bytes. The picture is the one that the tutorials
 * show: the y axis in the middle, the x axis below, no frame.
 *
 * <p>
 * Why no plotting library? XChart and JFreeChart put a value axis at an edge of the plot,
 * label ticks from doubles, which cannot tell the ends of a range 1e−50 wide apart, and
 * write their text in SVG through a {@code Graphics2D}, without title and description.
 * The picture is two lines, two axes and a legend: it is written as SVG here, and
 * <a href="https://github.com/weisj/jsvg">JSVG</a> makes the pixels of the very same SVG.
 */
@NullMarked
package dev.sigmoid.plot;

import org.jspecify.annotations.NullMarked;
