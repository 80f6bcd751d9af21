package asyncjava.queue;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/// Orders out of nothing, made when they are asked for: the same for the same seed.
final class GeneratedOrders implements Iterator<Order> {

    private static final List<String> CUSTOMERS = List.of(
            "ada",
            "alan",
            "barbara",
            "brian",
            "butler",
            "charles",
            "dennis",
            "dijkstra",
            "donald",
            "doug",
            "edith",
            "frances",
            "grace",
            "guido",
            "hedy",
            "ivan",
            "james",
            "jean",
            "john",
            "karen",
            "ken",
            "leslie",
            "margaret",
            "niklaus",
            "radia");

    private static final List<Product> PRODUCTS = List.of(
            new Product("kettle", 4_900),
            new Product("teapot", 3_250),
            new Product("cup", 890),
            new Product("tray", 1_500),
            new Product("tea", 650),
            new Product("sugar", 180),
            new Product("spoon", 320),
            new Product("biscuits", 275));

    private final int count;
    private final SplittableRandom random;
    private int made;

    private record Product(String name, long cents) {}

    GeneratedOrders(int count, long seed) {
        this.count = count;
        random = new SplittableRandom(seed);
    }

    @Override
    public boolean hasNext() {
        return made < count;
    }

    @Override
    public Order next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        made++;
        Product product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        String customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
        return new Order("order-" + made, customer, product.name(), 1 + random.nextInt(4), product.cents());
    }
}
