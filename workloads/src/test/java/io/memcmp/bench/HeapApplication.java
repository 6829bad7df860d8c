package io.memcmp.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the heap of a shop on the web might look like: sessions in a concurrent map by token, customers in a hash map by
 * name and, some of them, in a tree by turnover, products that all carts share, the visits of each customer. Most of what
 * a session holds it holds alone; sessions, customers and visits refer to each other in circles.
 */
final class HeapApplication {
    private static final int SESSIONS_OF_CUSTOMER = 4;
    private static final int PRODUCTS = 5000;
    private static final int RECENT = 1000;
    private static final String[] LANGUAGES = {"de", "en", "es", "fr", "it", "ja", "pl", "pt"};

    private final Random random = new Random(11);
    private final List<Product> products = new ArrayList<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<Double, Customer> byTurnover = new TreeMap<>();
    private final Deque<Session> recent = new ArrayDeque<>();

    /** What can be bought. */
    @SuppressWarnings("ArrayRecordComponent") // what it is for a program is not the matter here
    private record Product(long id, String name, double price, byte[] picture) {}

    /** What somebody wants to buy. */
    private record Item(Product product, Integer pieces, float discount) {}

    /** Who visits. */
    private static final class Customer {
        final String name;
        final String language;
        final List<Session> visits = new ArrayList<>(SESSIONS_OF_CUSTOMER);

        Customer(String name, String language) {
            this.name = name;
            this.language = language;
        }
    }

    /** A visit. */
    @SuppressWarnings("UnusedVariable") // there to be in the heap
    private static final class Session {
        final String token;
        final Customer customer;
        final long began;
        final boolean mobile;
        final Map<String, Object> attributes = new HashMap<>(4);
        final List<Item> cart = new ArrayList<>(4);
        final int[] clicks;

        Session(String token, Customer customer, Random random) {
            this.token = token;
            this.customer = customer;
            this.began = random.nextLong();
            this.mobile = random.nextBoolean();
            this.clicks = new int[random.nextInt(8)];
        }
    }

    HeapApplication(int visits) {
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(new Product(i, "product " + i, 100 * random.nextDouble(), new byte[random.nextInt(1000)]));
        }
        Customer customer = null;
        for (int i = 0; i < visits; i++) {
            if (customer == null || customer.visits.size() == SESSIONS_OF_CUSTOMER) {
                customer = customer(i);
            }
            visit(i, customer);
        }
    }

    private Customer customer(int number) {
        var customer = new Customer("customer-" + number, LANGUAGES[random.nextInt(LANGUAGES.length)]);
        customers.put(customer.name, customer);
        if (random.nextInt(8) == 0) {
            byTurnover.put(1e6 * random.nextDouble(), customer);
        }
        return customer;
    }

    private void visit(int number, Customer customer) {
        var session = new Session(Long.toHexString(random.nextLong()) + number, customer, random);
        session.attributes.put("language", customer.language);
        session.attributes.put("lastRequest", random.nextLong());
        session.attributes.put("requests", 1000 + random.nextInt(100_000));
        if (random.nextInt(4) == 0) {
            Map<String, String> preferences = new LinkedHashMap<>(2);
            preferences.put("theme", random.nextBoolean() ? "dark" : "light");
            session.attributes.put("preferences", preferences);
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            var product = products.get(random.nextInt(PRODUCTS));
            session.cart.add(new Item(product, 1 + random.nextInt(3), random.nextFloat()));
        }
        customer.visits.add(session);
        sessions.put(session.token, session);
        recent.addLast(session);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }
}
