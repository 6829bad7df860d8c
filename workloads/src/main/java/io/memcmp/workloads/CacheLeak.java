package io.memcmp.workloads;

import io.memcmp.probe.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts entries into a cache that nobody ever clears.
 *
 * <p>Shows what retained memory costs: the collector looks at more and more and frees nothing. Parameters: {@code entries}
 * with values of {@code value-size} bytes, each followed by {@code lookups} of others; {@code until=oom} goes on until
 * memory runs out, which is then the expected answer, and {@code entries} has no meaning.
 */
final class CacheLeak extends Workload {

    @SuppressWarnings("NonFinalStaticField") // the leak: what makes the cache immortal is that a class holds it
    private static Map<Long, byte[]> cache;

    @Override
    public String id() {
        return "cache-leak";
    }

    @Override
    public String summary() {
        return "fill a map that is never cleared: the price of retained memory, up to running out of it";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("entries", "250000", "how many entries, with until=bound"),
                new Parameter("value-size", "1000", "bytes in each value"),
                new Parameter("lookups", "600", "lookups after each put"),
                new Parameter("until", "bound", "bound: stop at entries; oom: go on until memory runs out"));
    }

    @Override
    public int defaultHeapMiB() {
        return 512;
    }

    @Override
    Run run(Arguments arguments) {
        boolean bound = arguments.choice("until", Until.class) == Until.BOUND;
        int entries = arguments.integer("entries", 1, 1 << 29);
        return new Leak(
                bound ? entries : Integer.MAX_VALUE,
                arguments.size("value-size", 0, 1 << 30),
                arguments.integer("lookups", 0, 1_000_000),
                bound);
    }

    private enum Until {
        BOUND,
        OOM
    }

    private static final class Leak implements Run {

        /** Keys below are shared by {@code Long.valueOf} and would not count as objects of the cache. */
        private static final long FIRST_KEY = 1000;

        /** Lookups take keys from here: boxing one for each would add allocations that nobody can count. */
        private static final int RECENT = 1024;

        private final int entries;
        private final int valueSize;
        private final int lookups;
        private final boolean bound;
        private final Long[] recent = new Long[RECENT];
        private long puts;
        private long hits;
        private long random = 0x9E3779B97F4A7C15L;

        private Leak(int entries, int valueSize, int lookups, boolean bound) {
            this.entries = entries;
            this.valueSize = valueSize;
            this.lookups = lookups;
            this.bound = bound;
        }

        @Override
        public void measure() {
            cache = new HashMap<>();
            while (puts < entries) {
                Long key = FIRST_KEY + puts;
                recent[(int) (puts % RECENT)] = key;
                cache.put(key, new byte[valueSize]);
                puts++;
                lookUp();
            }
        }

        private void lookUp() {
            int known = (int) Math.min(puts, RECENT);
            for (int i = 0; i < lookups; i++) {
                random ^= random << 13;
                random ^= random >>> 7;
                random ^= random << 17;
                byte[] value = cache.get(recent[(int) ((random >>> 1) % known)]);
                if (value != null && value.length == valueSize) {
                    hits++;
                }
            }
        }

        @Override
        public long operations() {
            return puts * (1 + lookups);
        }

        @Override
        public Inventory inventory(Sizes sizes) {
            Map<Long, byte[]> sample = new HashMap<>(Map.of(FIRST_KEY, new byte[valueSize]));
            var entry = sample.entrySet().iterator().next();
            long table = tableLength(puts);
            var kinds = List.of(
                    new Inventory.Kind(
                            new Node(
                                    "java.util.HashMap$Node",
                                    "int hash, ref key, ref value, ref next",
                                    puts,
                                    0,
                                    sizes.of(entry)),
                            puts),
                    new Inventory.Kind(
                            new Node("java.lang.Long", "long value", puts, Long.BYTES, sizes.of(entry.getKey())), puts),
                    new Inventory.Kind(
                            new Node("byte[]", "byte[" + valueSize + "]", puts, valueSize, sizes.of(entry.getValue())),
                            puts),
                    new Inventory.Kind(
                            new Node("java.util.HashMap$Node[]", "ref[" + table + "]", 1, 0, sizes.references(table)),
                            1));
            return new Inventory(kinds, outgrownTables(table, sizes));
        }

        /** {@return the length of a HashMap's table: from 16 it doubles when more than three quarters are taken} */
        static long tableLength(long entries) {
            long length = 16;
            while (entries > length / 4 * 3) {
                length *= 2;
            }
            return length;
        }

        private static long outgrownTables(long table, Sizes sizes) {
            long bytes = 0;
            for (long length = 16; length < table; length *= 2) {
                bytes += sizes.references(length);
            }
            return bytes;
        }

        @Override
        public Check check() {
            boolean passed = cache.size() == puts && hits == puts * lookups;
            return new Check(
                    passed,
                    "entries and hits: expected " + puts + " and " + puts * lookups + ", found " + cache.size()
                            + " and " + hits);
        }

        @Override
        public void drop() {
            cache = null;
        }

        @Override
        public boolean outOfMemoryIsTheAnswer() {
            return !bound;
        }
    }
}
