/**
 * How much is under way at once and how long it may take.
 * {@link dev.sigmoid.web.load.Admission} lets large answers and batches in or refuses
 * them, {@link dev.sigmoid.web.load.Pace} holds clients to a slowest pace.
 */
@NullMarked
package dev.sigmoid.web.load;

import org.jspecify.annotations.NullMarked;
