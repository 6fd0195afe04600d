/**
 * The service: an application class at the root, and one package a room, each with its
 * sign at the door.
 */
@NullMarked
package dev.sigmoid;

import org.jspecify.annotations.NullMarked;
