/// Project 02: many requests, one after another and at once, in four styles.
@NullMarked
package asyncjava.requests;

import org.jspecify.annotations.NullMarked;
