/// What runs before anything is built: is the build up to date, and if not, build it.
///
/// On a fresh clone `learn` starts this from source, without a library in sight: JDK classes only.
@NullMarked
package asyncjava.coach.boot;

import org.jspecify.annotations.NullMarked;
