package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.Anatomy.Piece;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damaged recordings, each made from a number alone: the same number and recordings, the same damage. */
final class Fuzzer {
    private static final byte[][] EXTREMES = {
        {0},
        {1},
        {0x7f},
        {-1, -1, -1, -1, 0x7f},
        {-1, -1, -1, -1, 7},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1},
        {-1, -1, -1, -1, -1, -1, -1, -1, 0x7f},
        {-128, -128, -128, -128, -128, -128, -128, -128, -128},
        {-128, -128, -128, 0},
    };
    private static final int[] HEADER_LONGS = {8, 16, 24, 32, 40, 48, 56};

    private final List<Anatomy> wholes;

    Fuzzer(List<Anatomy> wholes) {
        this.wholes = List.copyOf(wholes);
    }

    /** What was done to a recording, and what it is now. */
    static final class Damaged {
        private final String done;
        private final byte[] bytes;

        Damaged(String done, byte[] bytes) {
            this.done = done;
            this.bytes = bytes;
        }

        String done() {
            return done;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** Damage that leaves everything where it is. */
    private enum InPlace {
        BITS,
        SIZE,
        TYPE,
        METADATA,
        CHECKPOINT,
        CONTENT,
        HEADER,
        ZEROS,
        ROUND
    }

    /** Damage that moves what comes after it. */
    private enum Moving {
        CUT_HEADER,
        CUT_EVENT,
        CUT,
        SPLICE,
        REPEAT,
        SWAP,
        REMOVE,
        GARBAGE,
        INSERT
    }

    Damaged damaged(long seed) {
        var random = new SplittableRandom(seed);
        var whole = one(wholes, random);
        var bytes = whole.bytes();
        var done = new StringBuilder("seed " + seed + ":");
        int inPlace = random.nextInt(4);
        for (int i = 0; i < inPlace; i++) {
            var damage = one(List.of(InPlace.values()), random);
            done.append(' ').append(damage);
            change(damage, whole, bytes, random);
        }
        if (inPlace == 0 || random.nextInt(3) == 0) {
            var damage = one(List.of(Moving.values()), random);
            done.append(' ').append(damage);
            bytes = move(damage, whole, bytes, random);
        }
        return new Damaged(done.toString(), bytes);
    }

    private static void change(InPlace damage, Anatomy whole, byte[] bytes, SplittableRandom random) {
        switch (damage) {
            case BITS -> {
                for (int i = 1 + random.nextInt(64) * random.nextInt(2); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case SIZE -> put(bytes, one(whole.pieces(), random).begin(), one(EXTREMES, random));
            case TYPE -> put(bytes, one(whole.pieces(), random).typeAt(), one(EXTREMES, random));
            case METADATA ->
                number(whole, bytes, one(all(whole, Piece::isMetadata), random), 3 + random.nextInt(60), random);
            case CHECKPOINT ->
                number(whole, bytes, one(all(whole, Piece::isCheckpoint), random), 1 + random.nextInt(12), random);
            case CONTENT -> {
                var piece = one(whole.pieces(), random);
                put(bytes, random.nextInt(piece.payload(), piece.end()), one(EXTREMES, random));
            }
            case HEADER -> header(whole, bytes, random);
            case ZEROS -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + (1 << random.nextInt(17)));
                Arrays.fill(bytes, from, to, (byte) (random.nextInt(4) == 0 ? -1 : 0));
            }
            case ROUND -> round(whole, bytes, random);
        }
    }

    /** One of the first numbers of a metadata event or checkpoint: counts, lengths, the distance to the one before. */
    private static void number(Anatomy whole, byte[] bytes, Piece piece, int count, SplittableRandom random) {
        var places = whole.numbers(piece, count);
        put(bytes, one(places, random), one(EXTREMES, random));
    }

    private static void header(Anatomy whole, byte[] bytes, SplittableRandom random) {
        var chunk = one(whole.chunks(), random);
        var buffer = ByteBuffer.wrap(bytes);
        int size = chunk.end() - chunk.begin();
        long[] values = {
            0,
            1,
            -1,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Integer.MAX_VALUE,
            Anatomy.HEADER,
            Anatomy.HEADER - 1,
            size,
            size - 1,
            size + 1,
            bytes.length,
            one(chunk.pieces(), random).begin() - chunk.begin(),
            random.nextLong(),
            random.nextInt(size)
        };
        if (random.nextInt(4) == 0) {
            int at = random.nextInt(Anatomy.STATE, Anatomy.HEADER);
            bytes[chunk.begin() + at] = (byte) random.nextInt(256);
        } else {
            int at = HEADER_LONGS[random.nextInt(HEADER_LONGS.length)];
            buffer.putLong(chunk.begin() + at, values[random.nextInt(values.length)]);
        }
    }

    /** Checkpoints that lead forwards, to themselves or into each other; metadata where none is. */
    private static void round(Anatomy whole, byte[] bytes, SplittableRandom random) {
        var chunk = one(whole.chunks(), random);
        var checkpoints = chunk.pieces().stream().filter(Piece::isCheckpoint).toList();
        var from = one(checkpoints, random);
        var to = one(random.nextBoolean() ? checkpoints : chunk.pieces(), random);
        put(bytes, whole.numbers(from, 3).getLast(), encoded(to.begin() - from.begin()));
        var header = ByteBuffer.wrap(bytes);
        if (random.nextInt(3) == 0) {
            header.putLong(chunk.begin() + Anatomy.CONSTANTS, from.begin() - chunk.begin());
        }
        if (random.nextInt(6) == 0) {
            header.putLong(chunk.begin() + Anatomy.METADATA, to.begin() - chunk.begin());
        }
    }

    private byte[] move(Moving damage, Anatomy whole, byte[] bytes, SplittableRandom random) {
        int a = place(whole, random);
        int b = place(whole, random);
        int from = Math.min(a, b);
        int to = Math.max(a, b);
        return switch (damage) {
            case CUT_HEADER ->
                Arrays.copyOf(bytes, one(whole.chunks(), random).begin() + random.nextInt(Anatomy.HEADER + 1));
            case CUT_EVENT -> Arrays.copyOf(bytes, place(whole, random));
            case CUT -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case SPLICE -> {
                var other = one(wholes, random);
                var rest = other.bytes();
                int at = place(other, random);
                yield join(Arrays.copyOf(bytes, a), Arrays.copyOfRange(rest, at, rest.length));
            }
            case REPEAT -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            case SWAP ->
                join(
                        Arrays.copyOfRange(bytes, to, bytes.length),
                        Arrays.copyOfRange(bytes, from, to),
                        Arrays.copyOf(bytes, from));
            case REMOVE -> join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case GARBAGE -> {
                int at = random.nextBoolean()
                        ? bytes.length
                        : one(whole.chunks(), random).begin();
                yield join(
                        Arrays.copyOf(bytes, at), garbage(bytes, random), Arrays.copyOfRange(bytes, at, bytes.length));
            }
            case INSERT -> {
                int at = random.nextInt(bytes.length);
                yield join(
                        Arrays.copyOf(bytes, at), one(EXTREMES, random), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        };
    }

    /** What looks like nothing, like a header, or like a chunk of no length. */
    private static byte[] garbage(byte[] bytes, SplittableRandom random) {
        var garbage = new byte[random.nextInt(1, 3000)];
        switch (random.nextInt(3)) {
            case 0 -> random.nextBytes(garbage);
            case 1 -> System.arraycopy(bytes, 0, garbage, 0, Math.min(garbage.length, bytes.length));
            default -> garbage[0] = 'F';
        }
        return garbage;
    }

    private static int place(Anatomy whole, SplittableRandom random) {
        return one(whole.pieces(), random).begin();
    }

    private static List<Piece> all(Anatomy whole, java.util.function.Predicate<Piece> kind) {
        return whole.pieces().stream().filter(kind).toList();
    }

    private static <T> T one(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] one(byte[][] list, SplittableRandom random) {
        return list[random.nextInt(list.length)];
    }

    private static void put(byte[] bytes, int at, byte[] what) {
        System.arraycopy(what, 0, bytes, at, Math.min(what.length, bytes.length - at));
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** The number as the format writes it. */
    private static byte[] encoded(long number) {
        var out = new ByteArrayOutputStream();
        long rest = number;
        for (int i = 0; i < 8 && (rest & ~0x7fL) != 0; i++) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }
}
