package fake.exercise.sum;

import java.util.Set;
import java.util.TreeSet;

class Sum {
    static int of(int a, int b) {
        Set<String> names = new TreeSet<>(System.getenv().keySet());
        names.removeAll(Set.of("PATH", "LANG", "LC_ALL", "TZ", "SystemRoot", "ComSpec", "HOME", "TMPDIR"));
        names.remove("__CF_USER_TEXT_ENCODING"); // which macOS adds
        if (!names.isEmpty()) {
            throw new AssertionError("found " + names);
        }
        return a + b;
    }
}
