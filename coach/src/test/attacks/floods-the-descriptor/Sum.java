package fake.exercise.sum;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

class Sum {
    static int of(int a, int b) throws Exception {
        byte[] much = new byte[1_000_000];
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            while (true) {
                out.write(much);
            }
        }
    }
}
