/**
 * Which bytes. A representation is a constant of {@link dev.sigmoid.format.Format}: its
 * name, its media type, and a small encoder that pulls a table block by block and writes
 * it. Beside them stand the readers of a batch, and the digits of a double.
 */
@NullMarked
package dev.sigmoid.format;

import org.jspecify.annotations.NullMarked;
