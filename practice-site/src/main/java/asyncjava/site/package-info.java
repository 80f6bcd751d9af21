/// The web site on loopback that the projects talk to: it behaves badly on request, and keeps its own account.
@NullMarked
package asyncjava.site;

import org.jspecify.annotations.NullMarked;
