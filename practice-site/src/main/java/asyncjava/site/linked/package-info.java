/// A linked site of any number of pages, with all that a crawler meets: each page is made when it is asked
/// for.
@NullMarked
package asyncjava.site.linked;

import org.jspecify.annotations.NullMarked;
