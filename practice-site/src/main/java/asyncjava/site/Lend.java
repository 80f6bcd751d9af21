package asyncjava.site;

import java.io.IOException;
import java.io.OutputStream;

/// Lends the site to the exercises that ask for it: says where it is, and runs until its standard input ends.
public final class Lend {

    private Lend() {}

    public static void main(String[] args) throws IOException {
        try (PracticeSite site = PracticeSite.start()) {
            System.out.println("site=" + site.uri());
            System.out.println(); // no more to say
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
