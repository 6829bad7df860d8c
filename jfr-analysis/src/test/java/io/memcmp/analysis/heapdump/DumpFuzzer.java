package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.DumpAnatomy.Number;
import io.memcmp.analysis.heapdump.DumpAnatomy.Piece;
import io.memcmp.analysis.heapdump.DumpAnatomy.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Damaged dumps, each made from a number alone. */
final class DumpFuzzer {
    private static final long[] EXTREMES = {
        0,
        1,
        2,
        7,
        8,
        -1,
        Byte.MAX_VALUE,
        0xff,
        Short.MAX_VALUE,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE - 8,
        0xffff_ffffL,
        1L << 32,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 8
    };

    private DumpFuzzer() {}

    /** What was done to a dump, and what it is now. */
    static final class Damaged {
        private final String done;
        private final byte[] bytes;
        private final boolean mustSay;

        private Damaged(String done, byte[] bytes, boolean mustSay) {
            this.done = done;
            this.bytes = bytes;
            this.mustSay = mustSay;
        }

        String done() {
            return done;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Whether nobody could take it for a whole dump. */
        boolean mustSay() {
            return mustSay;
        }
    }

    /** What can be done. */
    private enum Damage {
        BITS,
        EXTREME,
        LENGTH,
        IDENTIFIER,
        SAME_IDENTIFIER,
        WILD,
        TAG,
        TYPE,
        NO_ROOTS,
        HEADER,
        ZEROS,
        EMPTY_RECORD,
        CUT,
        CUT_RECORD,
        REMOVE,
        REPEAT,
        SWAP,
        SPLICE,
        GARBAGE
    }

    private static final EnumSet<Damage> MOVING = EnumSet.range(Damage.CUT, Damage.GARBAGE);

    static Damaged damaged(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var whole = whole(random.nextLong());
        var bytes = whole.bytes();
        var done = new StringBuilder("seed " + seed + ":");
        if (random.nextInt(6) == 0) {
            int length = random.nextInt(bytes.length);
            return new Damaged(done + " CUT alone at " + length, Arrays.copyOf(bytes, length), marksItsEnd(whole));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            var damage = one(List.copyOf(EnumSet.complementOf(MOVING)), random);
            done.append(' ').append(damage);
            change(damage, whole, bytes, random);
        }
        if (random.nextInt(3) == 0) {
            var damage = one(List.copyOf(MOVING), random);
            done.append(' ').append(damage);
            bytes = move(damage, whole, bytes, random);
        }
        return new Damaged(done.toString(), bytes, false);
    }

    private static boolean marksItsEnd(DumpAnatomy whole) {
        return whole.pieces().stream().anyMatch(piece -> piece.tag() == Hprof.SEGMENT && !piece.inSegment());
    }

    private static DumpAnatomy whole(long seed) throws IOException {
        var random = RandomHeap.of(seed);
        var bytes = new ByteArrayOutputStream();
        HeapFile.write(random.heap(), random.style(), bytes);
        return DumpAnatomy.of(bytes.toByteArray());
    }

    private static void change(Damage damage, DumpAnatomy whole, byte[] bytes, SplittableRandom random) {
        var buffer = ByteBuffer.wrap(bytes);
        int size = whole.numbers().size();
        switch (damage) {
            case BITS -> {
                for (int i = 1 + random.nextInt(64) * random.nextInt(2); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case EXTREME -> put(buffer, whole.numbers().get(random.nextInt(size)), extreme(random));
            case LENGTH -> {
                var length = number(whole, Role.LENGTH, random);
                long less = get(buffer, length) + random.nextInt(-20, 20);
                put(buffer, length, random.nextBoolean() ? less : extreme(random));
            }
            case IDENTIFIER -> put(buffer, number(whole, Role.ID, random), random.nextLong());
            case SAME_IDENTIFIER -> {
                for (int i = random.nextInt(10); i >= 0; i--) {
                    long other = get(buffer, number(whole, Role.ID, random));
                    put(buffer, number(whole, Role.ID, random), other);
                }
            }
            case WILD -> wild(whole, buffer, random);
            case TAG -> put(buffer, number(whole, Role.TAG, random), random.nextInt(256));
            case TYPE -> put(buffer, number(whole, Role.TYPE, random), random.nextInt(14));
            case NO_ROOTS ->
                whole.pieces().stream()
                        .filter(Piece::isRoot)
                        .forEach(root -> Arrays.fill(bytes, root.begin() + 1, root.begin() + 1 + whole.idBytes(), (byte) 3));
            case HEADER -> bytes[random.nextInt(31)] = (byte) random.nextInt(256);
            case ZEROS -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + (1 << random.nextInt(12)));
                Arrays.fill(bytes, from, to, (byte) (random.nextInt(4) == 0 ? -1 : 0));
            }
            case EMPTY_RECORD -> {
                var record = piece(whole, piece -> !piece.inSegment(), random);
                buffer.putInt(record.begin() + 5, 0);
            }
            case CUT, CUT_RECORD, REMOVE, REPEAT, SWAP, SPLICE, GARBAGE -> throw new IllegalArgumentException();
        }
    }

    /** Objects at addresses so far apart that no table can hold what lies between. */
    private static void wild(DumpAnatomy whole, ByteBuffer buffer, SplittableRandom random) {
        for (int i = random.nextInt(30); i >= 0; i--) {
            var object = piece(whole, piece -> piece.inSegment() && !piece.isRoot(), random);
            var id = new Number(object.begin() + 1, whole.idBytes(), Role.ID);
            put(buffer, id, random.nextInt(3) == 0 ? extreme(random) : random.nextLong() & -8 >>> random.nextInt(50));
        }
    }

    private static byte[] move(Damage damage, DumpAnatomy whole, byte[] bytes, SplittableRandom random) throws IOException {
        int a = place(whole, random);
        int b = place(whole, random);
        int from = Math.min(a, b);
        int to = Math.max(a, b);
        return switch (damage) {
            case CUT -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case CUT_RECORD -> Arrays.copyOf(bytes, a);
            case REMOVE -> join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case REPEAT -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            case SWAP ->
                join(
                        Arrays.copyOf(bytes, Math.min(31, from)),
                        Arrays.copyOfRange(bytes, to, bytes.length),
                        Arrays.copyOfRange(bytes, from, to),
                        Arrays.copyOfRange(bytes, Math.min(31, from), from));
            case SPLICE -> {
                var other = whole(random.nextLong());
                int at = place(other, random);
                var rest = other.bytes();
                yield join(Arrays.copyOf(bytes, a), Arrays.copyOfRange(rest, at, rest.length));
            }
            case GARBAGE -> {
                var garbage = new byte[random.nextInt(1, 300)];
                random.nextBytes(garbage);
                int at = random.nextInt(bytes.length);
                yield join(Arrays.copyOf(bytes, at), garbage, Arrays.copyOfRange(bytes, at, bytes.length));
            }
            case BITS,
                    EXTREME,
                    LENGTH,
                    IDENTIFIER,
                    SAME_IDENTIFIER,
                    WILD,
                    TAG,
                    TYPE,
                    NO_ROOTS,
                    HEADER,
                    ZEROS,
                    EMPTY_RECORD -> throw new IllegalArgumentException();
        };
    }

    private static int place(DumpAnatomy whole, SplittableRandom random) {
        return one(whole.pieces(), random).begin();
    }

    private static Piece piece(DumpAnatomy whole, Predicate<Piece> kind, SplittableRandom random) {
        return one(whole.pieces().stream().filter(kind).toList(), random);
    }

    private static Number number(DumpAnatomy whole, Role role, SplittableRandom random) {
        return one(
                whole.numbers().stream().filter(number -> number.role() == role).toList(), random);
    }

    private static long extreme(SplittableRandom random) {
        return EXTREMES[random.nextInt(EXTREMES.length)];
    }

    private static <T> T one(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static long get(ByteBuffer bytes, Number number) {
        long value = 0;
        for (int i = 0; i < number.bytes(); i++) {
            value = value << 8 | bytes.get(number.at() + i) & 0xff;
        }
        return value;
    }

    private static void put(ByteBuffer bytes, Number number, long value) {
        for (int i = 0; i < number.bytes(); i++) {
            bytes.put(number.at() + i, (byte) (value >>> 8 * (number.bytes() - 1 - i)));
        }
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
