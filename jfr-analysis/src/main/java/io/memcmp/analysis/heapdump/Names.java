package io.memcmp.analysis.heapdump;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a dump. They stay in the file until somebody asks: most of them nobody does. */
final class Names implements AutoCloseable {
    private static final int LONGEST = 1 << 16;

    private final DumpInput in;
    private final LongIndex texts = new LongIndex();
    private long[] positions = new long[1 << 10];
    private int[] lengths = new int[1 << 10];
    private int count;
    private final Map<Long, Long> classNames = new HashMap<>();
    private final Map<Long, String> known = new HashMap<>();
    private final Map<Long, String> sourceForms = new HashMap<>();
    private boolean missed;

    /** Opens the file once more: it is being scanned meanwhile. */
    Names(Path file) throws IOException {
        this.in = new DumpInput(file, 1 << 17);
    }

    void add(long id, long position, int bytes) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        positions[count] = position;
        lengths[count] = Math.min(bytes, LONGEST);
        texts.put(id, count++);
    }

    void loaded(long classId, long nameId) {
        classNames.put(classId, nameId);
    }

    /** {@return whether somebody was told that there is no such name, who would be told otherwise now} */
    boolean askedTooEarly() {
        return missed;
    }

    /** Somebody asks of what has not come yet. */
    void miss() {
        missed = true;
    }

    /** Forgets what was not known when somebody asked; the same texts come again, in the same order. */
    void askAgain() {
        known.clear();
        sourceForms.clear();
        count = 0;
        missed = false;
    }

    /** {@return a text, or its identifier where the dump has none} Several threads may ask. */
    synchronized String text(long id) {
        return known.computeIfAbsent(id, this::read);
    }

    private String read(long id) {
        int place = texts.get(id);
        if (place == LongIndex.ABSENT) {
            missed = true;
            return "unnamed 0x" + Long.toHexString(id);
        }
        try {
            in.seek(positions[place]);
            return new String(in.bytes(lengths[place]), StandardCharsets.UTF_8);
        } catch (EOFException cut) {
            return "cut off 0x" + Long.toHexString(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the name of a class in source form} */
    synchronized String ofClass(long classId) {
        var name = classNames.get(classId);
        if (name == null) {
            missed = true;
            return "unnamed class 0x" + Long.toHexString(classId);
        }
        var text = sourceFormOf(name);
        return text.isBlank() ? "unnamed class 0x" + Long.toHexString(classId) : text;
    }

    /** {@return the classes of that name} */
    synchronized List<Long> classNamed(String name) {
        var found = new ArrayList<Long>();
        for (var entry : classNames.entrySet()) {
            if (sourceFormOf(entry.getValue()).equals(name)) {
                found.add(entry.getKey());
            }
        }
        return found;
    }

    private String sourceFormOf(long text) {
        return sourceForms.computeIfAbsent(text, id -> sourceForm(text(id)));
    }

    /** {@return the name as one writes it: {@code [Ljava/lang/String;} is {@code java.lang.String[]}} */
    static String sourceForm(String internal) {
        int dimensions = 0;
        while (dimensions < internal.length() && internal.charAt(dimensions) == '[') {
            dimensions++;
        }
        var element = internal.substring(dimensions);
        if (dimensions > 0) {
            element = elementType(element);
        }
        return dotted(element) + "[]".repeat(Math.min(dimensions, 255));
    }

    /** A hidden class keeps the slash before its number: {@code Main$$Lambda/0x0000700001003000}. */
    private static String dotted(String name) {
        int hidden = name.lastIndexOf("/0x");
        return hidden < 0
                ? name.replace('/', '.')
                : name.substring(0, hidden).replace('/', '.') + name.substring(hidden);
    }

    private static String elementType(String element) {
        return switch (element) {
            case "Z" -> "boolean";
            case "B" -> "byte";
            case "C" -> "char";
            case "S" -> "short";
            case "I" -> "int";
            case "J" -> "long";
            case "F" -> "float";
            case "D" -> "double";
            default ->
                element.startsWith("L") && element.endsWith(";") ? element.substring(1, element.length() - 1) : element;
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
