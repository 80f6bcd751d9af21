/// What there is to learn: the projects, and the exercises as their manifests describe them.
@NullMarked
package asyncjava.coach.course;

import org.jspecify.annotations.NullMarked;
