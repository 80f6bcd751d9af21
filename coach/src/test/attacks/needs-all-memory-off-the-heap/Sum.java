package fake.exercise.sum;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

class Sum {
    static int of(int a, int b) {
        List<ByteBuffer> kept = new ArrayList<>();
        while (true) {
            kept.add(ByteBuffer.allocateDirect(10_000_000));
        }
    }
}
