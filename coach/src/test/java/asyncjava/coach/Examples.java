package asyncjava.coach;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Records in which nothing is missing: every component has a value, every list an element.
final class Examples {

    private final int turn;

    private Examples(int turn) {
        this.turn = turn;
    }

    /// So many that each value of each enum in there comes up.
    static <R extends Record> Stream<R> of(Class<R> type) {
        return IntStream.range(0, 10).mapToObj(turn -> type.cast(new Examples(turn).example(type)));
    }

    private Object example(Type type) {
        return switch (type) {
            case Class<?> one when one.isRecord() -> record(one);
            case Class<?> one when one.isEnum() -> one.getEnumConstants()[turn % one.getEnumConstants().length];
            case ParameterizedType list
            when list.getRawType() == List.class -> List.of(example(list.getActualTypeArguments()[0]));
            case ParameterizedType map
            when map.getRawType() == Map.class -> Map.of("key", example(map.getActualTypeArguments()[1]));
            case Class<?> one when one == String.class -> "text";
            case Class<?> one when one == int.class || one == Integer.class -> 1;
            case Class<?> one when one == long.class || one == Long.class -> 1L;
            case Class<?> one when one == boolean.class || one == Boolean.class -> true;
            default -> throw new IllegalArgumentException("no example of " + type + " yet: add one here");
        };
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> example(component.getGenericType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no example of " + type, e);
        }
    }
}
