package io.memcmp.heaps;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.ObjectContents;
import io.memcmp.analysis.heapdump.ObjectContents.Slot;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.result.DumpAnswers;
import io.memcmp.result.DumpObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Contents of objects. A dump holds passwords and keys: nothing is shown unless that was asked for. */
final class Values {
    private static final String STRING = "java.lang.String";
    private static final Observed<String> HIDDEN = Observed.missing("contents are shown with --show-values");
    /** Characters of a string. */
    private static final int SHOWN = 60;

    private final Reader reader;
    private final boolean shown;

    Values(Reader reader, boolean shown) {
        this.reader = reader;
        this.shown = shown;
    }

    List<DumpAnswers.Slot> slots(ObjectContents contents) throws IOException {
        var texts = texts(contents.slots().stream()
                .map(Slot::target)
                .filter(target -> target != HeapDump.NONE)
                .toList());
        return contents.slots().stream().map(slot -> slot(slot, texts)).toList();
    }

    private DumpAnswers.Slot slot(Slot slot, Map<Integer, String> texts) {
        if (slot.kind() == FieldKind.REF) {
            return new DumpAnswers.Slot(slot.name(), "reference", reference(slot, texts), target(slot));
        }
        return new DumpAnswers.Slot(
                slot.name(),
                slot.kind().name().toLowerCase(Locale.ROOT),
                shown ? Observed.of(primitive(slot)) : HIDDEN,
                Optional.empty());
    }

    private Optional<DumpObject> target(Slot slot) {
        return slot.target() == HeapDump.NONE ? Optional.empty() : Optional.of(reader.object(slot.target()));
    }

    private static Observed<String> reference(Slot slot, Map<Integer, String> texts) {
        if (slot.value() == 0) {
            return Observed.of("null");
        }
        var address = DumpObject.at(slot.value());
        if (slot.target() == HeapDump.NONE) {
            return Observed.of(address + ", which is not in the dump");
        }
        var text = texts.get(slot.target());
        return Observed.of(text == null ? address : address + " \"" + text + "\"");
    }

    private static String primitive(Slot slot) {
        long bits = slot.value();
        return switch (slot.kind()) {
            case BOOLEAN -> Boolean.toString(bits != 0);
            case CHAR -> "'" + (char) bits + "'";
            case FLOAT -> Float.toString((float) Double.longBitsToDouble(bits));
            case DOUBLE -> Double.toString(Double.longBitsToDouble(bits));
            case BYTE, SHORT, INT, LONG, REF -> Long.toString(bits);
        };
    }

    /** {@return the beginnings of those objects that are strings; none where contents are not shown} */
    Map<Integer, String> texts(Collection<Integer> objects) throws IOException {
        var strings = objects.stream()
                .filter(object -> reader.dump().nameOf(object).equals(STRING))
                .distinct()
                .toList();
        if (!shown || strings.isEmpty()) {
            return Map.of();
        }
        var contents = reader.dump().contents(strings, 0);
        var arrays = contents.values().stream()
                .flatMap(each -> slot(each, "value").stream())
                .map(Slot::target)
                .filter(target -> target != HeapDump.NONE)
                .distinct()
                .toList();
        var elements = arrays.isEmpty()
                ? Map.<Integer, ObjectContents>of()
                : reader.dump().contents(arrays, 2 * SHOWN);
        var texts = new HashMap<Integer, String>();
        contents.forEach((object, each) -> slot(each, "value")
                .map(value -> elements.get(value.target()))
                .ifPresent(array -> texts.put(object, text(each, array))));
        return texts;
    }

    private static Optional<Slot> slot(ObjectContents contents, String name) {
        return contents.slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst();
    }

    /** Until Java 8 an array of characters, since then of bytes: Latin-1, or UTF-16 as the machine orders bytes. */
    private static String text(ObjectContents string, ObjectContents array) {
        boolean wide = slot(string, "coder").map(Slot::value).orElse(0L) == 1;
        var text = new StringBuilder();
        if (array.className().equals("char[]")) {
            array.slots().forEach(slot -> text.append((char) slot.value()));
        } else {
            var bytes = new byte[array.slots().size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) array.slots().get(i).value();
            }
            text.append(new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
        }
        long characters = wide ? array.length() / 2 : array.length();
        if (text.length() > SHOWN) {
            text.setLength(SHOWN);
        }
        return characters > text.length() ? text.append('…').toString() : text.toString();
    }

    /** {@return the beginning of each string of a list, in its order} */
    List<Optional<String>> inOrder(List<Integer> objects) throws IOException {
        var texts = texts(objects);
        var ordered = new ArrayList<Optional<String>>();
        objects.forEach(object -> ordered.add(Optional.ofNullable(texts.get(object))));
        return ordered;
    }
}
