package asyncjava.site.linked;

import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;

/// Many ways to write a link to one page. By RFC 3986, sections 5 and 6.2, all of them are the same URI
/// once they are resolved and normalised, apart from the fragment, which is never sent.
final class Spelling {

    private Spelling() {}

    /// @param from the host of the page that the link stands on
    static String of(URI from, URI host, int page, SplittableRandom random) {
        String folder = Layout.pick(from.equals(host) ? folders(host) : foldersElsewhere(host), random);
        String file = random.nextInt(8) == 0 ? escaped(page) : page + ".html";
        String fragment = random.nextInt(8) == 0 ? "#more" : "";
        return folder + file + fragment;
    }

    private static List<String> folders(URI host) {
        return List.of("", "./", "../pages/", "/pages/", "/pages/./", "/calendar/../pages/", host + "/pages/");
    }

    private static List<String> foldersElsewhere(URI host) {
        String authority = host.getRawAuthority();
        return List.of(
                host + "/pages/", host + "/./pages/", "//" + authority + "/pages/", "HTTP://" + authority + "/pages/");
    }

    /// The first digit as an escape: `%37.html` is `7.html`.
    private static String escaped(int page) {
        String digits = Integer.toString(page);
        return "%" + Integer.toHexString(digits.charAt(0)) + digits.substring(1) + ".html";
    }
}
