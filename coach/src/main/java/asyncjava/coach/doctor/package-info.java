/// What `./learn doctor` looks at.
///
/// It must be of use when nothing can be built: JDK classes only, as in `boot`.
@NullMarked
package asyncjava.coach.doctor;

import org.jspecify.annotations.NullMarked;
