/// Project 03: scrapes many pages politely, with a clock for each thing that can be waited for.
@NullMarked
package asyncjava.scraper;

import org.jspecify.annotations.NullMarked;
