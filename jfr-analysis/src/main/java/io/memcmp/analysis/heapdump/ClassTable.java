package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of a dump, numbered as they come; a class that only its instances name has a number, too. */
@SuppressWarnings("EnumOrdinal") // numbers in tables of this run alone
final class ClassTable {
    /** Superclasses beyond this many are a circle: a class file may not have that many. */
    private static final int MOST_LEVELS = 1 << 10;

    /** Identifier of the class of what contradicts itself: no address that a class could have. */
    static final long MISFITS = -100;

    private final LongIndex numbers = new LongIndex();
    private final List<Optional<ClassRecord>> records = new ArrayList<>();
    private final List<Fields> fields = new ArrayList<>();
    private int added;
    private final long[] primitiveArrays = new long[FieldKind.values().length];
    private final int identifierBytes;
    private final Names names;

    /** Where the references of an instance stand among its values. */
    static final class Fields {
        private static final int ABSENT = -1;

        /** Bytes of the values of all fields; more than the dump tells where a superclass is missing. */
        final int bytes;

        /** Places of the references, in their order. */
        final int[] references;

        /** Place of the field that a soft, weak, phantom or final reference refers by; −1 in other classes. */
        final int referent;

        /** Whether the class and all its superclasses are in the dump. */
        final boolean complete;

        private final int classesThen;

        private Fields(int bytes, int[] references, int referent, boolean complete, int classesThen) {
            this.bytes = bytes;
            this.references = references;
            this.referent = referent;
            this.complete = complete;
            this.classesThen = classesThen;
        }
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
            fields.add(unknown());
        }
        return number;
    }

    /** {@return the number of a class; −1 if it has none} */
    int find(long classId) {
        return numbers.get(classId);
    }

    void add(ClassRecord record) {
        int number = number(record.id());
        if (records.get(number).isPresent()) {
            return; // the first of each counts
        }
        records.set(number, Optional.of(record));
        fields.set(number, unknown());
        added++;
    }

    private static Fields unknown() {
        return new Fields(0, new int[0], Fields.ABSENT, false, Fields.ABSENT);
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
        if (!known.complete && known.classesThen != added) { // perhaps its superclass came since
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
        return new Fields(at, Arrays.copyOf(references, count), referent, reachesTop(chain), added);
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
        return records.get(number).map(this::nameOf).orElseGet(() -> nameWithoutRecord(number));
    }

    private String nameWithoutRecord(int number) {
        names.miss();
        return primitiveArrayName(number).orElse("(class not in the dump)");
    }

    /** Forgets what it concluded from names. */
    void askAgain() {
        fields.replaceAll(_ -> unknown());
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
        var name = element.name().toLowerCase(Locale.ROOT) + "[]";
        int number = names.classNamed(name).stream()
                .mapToInt(numbers::get)
                .filter(found -> found != LongIndex.ABSENT)
                .findFirst()
                .orElseGet(() -> number(-1 - element.ordinal())); // no address that a class could have
        primitiveArrays[element.ordinal()] = number + 1L;
        return number;
    }

    /** {@return whether it is a static field, and not what the virtual machine shows as one, such as its constants} */
    boolean isField(ClassRecord.Static field) {
        return !names.text(field.name()).startsWith("<");
    }

    /** {@return the number of the class of that name, the first where there are several; a new one where there is none} */
    int named(String name) {
        return find(name).orElseGet(() -> number(MISFITS - 1));
    }

    /** {@return the number of the class of that name, the first where there are several} */
    OptionalInt find(String name) {
        return names.classNamed(name).stream()
                .mapToInt(numbers::get)
                .filter(found -> found != LongIndex.ABSENT)
                .findFirst();
    }

    private Optional<String> primitiveArrayName(int number) {
        for (var kind : FieldKind.values()) {
            if (primitiveArrays[kind.ordinal()] == number + 1L) {
                return Optional.of(kind.name().toLowerCase(Locale.ROOT) + "[]");
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

    /** {@return the names of the fields that a class itself declares} */
    Set<String> fieldNames(int number) {
        return records.get(number).map(ClassRecord::fields).orElse(List.of()).stream()
                .map(field -> names.text(field.name()))
                .collect(Collectors.toSet());
    }

    /** {@return where in an instance of a class the value of a field stands that one of its superclasses declares} */
    OptionalInt place(int number, String declaring, String name) {
        int at = 0;
        for (int level : chain(number)) {
            var record = records.get(level).orElseThrow();
            boolean here = nameOf(record).equals(declaring);
            for (var field : record.fields()) {
                if (here && names.text(field.name()).equals(name)) {
                    return OptionalInt.of(at);
                }
                at += DumpValues.bytes(field.kind(), identifierBytes);
            }
        }
        return OptionalInt.empty();
    }
}
