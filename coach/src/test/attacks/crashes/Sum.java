package fake.exercise.sum;

import java.lang.reflect.Field;

class Sum {
    static int of(int a, int b) throws Exception {
        Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Object unsafe = field.get(null);
        unsafe.getClass().getMethod("putAddress", long.class, long.class).invoke(unsafe, 0L, 0L);
        return a + b;
    }
}
