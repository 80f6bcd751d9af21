package asyncjava.coach;

import java.io.IOException;
import java.io.OutputStream;

/// Lends two numbers until its standard input ends.
final class FakeLender {

    private FakeLender() {}

    public static void main(String[] args) throws IOException {
        System.out.println("first=1");
        System.out.println("second=2");
        System.out.println();
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
