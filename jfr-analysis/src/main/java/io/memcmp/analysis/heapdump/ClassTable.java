package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The classes of a dump, numbered as they come; a class that only its instances name has a number, too. */
final class ClassTable {
    /** Superclasses beyond this many are a circle: a class file may not have that many. */
    private static final int MOST_LEVELS = 1 << 10;

    private final LongIndex numbers = new LongIndex();
    private final List<Optional<ClassRecord>> records = new ArrayList<>();
    private final List<Fields> fields = new ArrayList<>();
    private final long[] primitiveArrays = new long[FieldKind.values().length];
    private final int identifierBytes;
    private final Names names;

    /** Where the references of an instance stand among its values. */
    record Fields(boolean known, int bytes, int[] references, int referent, boolean complete) {
        private static final Fields NONE = new Fields(false, 0, new int[0], ABSENT, false);
        static final int ABSENT = -1;
    }

    ClassTable(int identifierBytes, Names names) {
        this.identifierBytes = identifierBytes;
        this.names = names;
    }

    int size() {
        return records.size();
    }

    /** {@return the number of a class, which it is given here if it had none} */
    int number(long classId) {
        int number = numbers.get(classId);
        if (number == LongIndex.ABSENT) {
            number = records.size();
            numbers.put(classId, number);
            records.add(Optional.empty());
            fields.add(Fields.NONE);
        }
        return number;
    }

    /** {@return the number of a class; −1 if it has none} */
    int find(long classId) {
        return numbers.get(classId);
    }

    void add(ClassRecord record) {
        int number = number(record.id());
        records.set(number, Optional.of(record));
        fields.set(number, Fields.NONE);
    }

    Optional<ClassRecord> record(int number) {
        return records.get(number);
    }

    /**
     * {@return where an instance of the class has its references} Not known until the class and all its superclasses have
     * been seen.
     */
    Fields fields(int number) {
        var known = fields.get(number);
        if (!known.known()) {
            known = resolve(number);
            fields.set(number, known);
        }
        return known;
    }

    private Fields resolve(int number) {
        var references = new int[8];
        int count = 0;
        int at = 0;
        int referent = Fields.ABSENT;
        var chain = chain(number);
        for (int level : chain) {
            var record = records.get(level).orElseThrow();
            for (var field : record.fields()) {
                if (field.kind() == FieldKind.REF) {
                    if (isReferent(record, field)) {
                        referent = at;
                    }
                    references = count == references.length ? Arrays.copyOf(references, count * 2) : references;
                    references[count++] = at;
                }
                at += DumpValues.bytes(field.kind(), identifierBytes);
            }
        }
        boolean complete = reachesTop(chain);
        return new Fields(complete, at, Arrays.copyOf(references, count), referent, complete);
    }

    private boolean isReferent(ClassRecord record, ClassRecord.Field field) {
        return names.text(field.name()).equals("referent") && nameOf(record).equals("java.lang.ref.Reference");
    }

    private boolean reachesTop(List<Integer> chain) {
        if (chain.isEmpty() || chain.size() >= MOST_LEVELS) {
            return false;
        }
        return records.get(chain.getLast()).orElseThrow().superclass() == 0;
    }

    /** {@return the class and its superclasses as far as the dump has them} */
    List<Integer> chain(int number) {
        var chain = new ArrayList<Integer>();
        int level = number;
        while (level != LongIndex.ABSENT && records.get(level).isPresent() && chain.size() < MOST_LEVELS) {
            chain.add(level);
            long superclass = records.get(level).get().superclass();
            level = superclass == 0 ? LongIndex.ABSENT : numbers.get(superclass);
        }
        return chain;
    }

    /** {@return the name of a class in source form} */
    String name(int number) {
        return records.get(number)
                .map(this::nameOf)
                .orElseGet(() -> primitiveArrayName(number).orElse("a class that is not in the dump"));
    }

    private String nameOf(ClassRecord record) {
        return names.ofClass(record.id());
    }

    /** {@return the class of the arrays of a primitive type, by the name that arrays of it have} */
    int primitiveArray(FieldKind element) {
        long known = primitiveArrays[element.ordinal()];
        if (known != 0) {
            return (int) (known - 1);
        }
        var name = element.name().toLowerCase(java.util.Locale.ROOT) + "[]";
        int number = names.classNamed(name).stream()
                .mapToInt(numbers::get)
                .filter(found -> found != LongIndex.ABSENT)
                .findFirst()
                .orElseGet(() -> number(-1 - element.ordinal())); // no address that a class could have
        primitiveArrays[element.ordinal()] = number + 1L;
        return number;
    }

    private Optional<String> primitiveArrayName(int number) {
        for (var kind : FieldKind.values()) {
            if (primitiveArrays[kind.ordinal()] == number + 1L) {
                return Optional.of(kind.name().toLowerCase(java.util.Locale.ROOT) + "[]");
            }
        }
        return Optional.empty();
    }

    /** {@return kinds of the fields, one list for each class, superclasses first; empty where a superclass is missing} */
    Optional<List<List<FieldKind>>> levels(int number) {
        var chain = chain(number);
        if (!reachesTop(chain)) {
            return Optional.empty();
        }
        var levels = chain.reversed().stream()
                .map(level -> records.get(level).orElseThrow().fields().stream()
                        .map(ClassRecord.Field::kind)
                        .toList())
                .toList();
        return Optional.of(levels);
    }
}
