package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** What is alive by itself: what the dump says, and classes that are never unloaded. */
@SuppressWarnings("EnumOrdinal") // numbers in a table of this run alone
final class Roots {
    private final LongIndex kinds = new LongIndex();
    private int[] objects = new int[1 << 8];
    private int count;

    private Roots() {}

    static Roots of(ObjectPass pass, ClassTable classes, ObjectIndex index, PermanentClasses permanent) {
        var roots = new Roots();
        for (int root = 0; root < pass.roots(); root++) {
            roots.add(index.numberOf(pass.rootId(root)), pass.rootKind(root));
        }
        for (int number = 0; number < classes.size(); number++) {
            var record = classes.record(number);
            if (record.isPresent() && permanent.isPermanent(number)) {
                roots.add(index.numberOf(record.get().id()), RootKind.PERMANENT_CLASS);
            }
        }
        roots.objects = Arrays.copyOf(roots.objects, roots.count);
        return roots;
    }

    /** {@return bytes that so many take at most, those of the first look among them} */
    static long memory(int roots) {
        return (LongIndex.MOST_BYTES + 2 * ObjectPass.BYTES_OF_A_ROOT + 2 * Integer.BYTES) * (long) roots;
    }

    private void add(int object, RootKind kind) {
        if (object < 0 || kinds.get(object) != LongIndex.ABSENT) {
            return;
        }
        kinds.put(object, kind.ordinal());
        if (count == objects.length) {
            objects = Arrays.copyOf(objects, count * 2);
        }
        objects[count++] = object;
    }

    /** {@return the objects, each once} Not to be changed. */
    int[] objects() {
        return objects;
    }

    /** {@return why an object is alive by itself, in words} */
    String kind(int object) {
        int kind = kinds.get(object);
        return kind == LongIndex.ABSENT ? RootKind.UNKNOWN.text() : RootKind.values()[kind].text();
    }
}
