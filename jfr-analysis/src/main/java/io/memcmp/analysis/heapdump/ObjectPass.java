package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The first look: which objects, classes and roots there are, and how much memory the next looks need. */
final class ObjectPass implements RecordVisitor {
    /** Its identifier and the reference to its kind. */
    static final int BYTES_OF_A_ROOT = 2 * Long.BYTES;

    private final ClassTable classes;
    private final Names names;
    private final AddressBitmap bitmap;
    private final Segments segments = new Segments();
    private final SortedIdentifiers sorted = new SortedIdentifiers();
    private final Map<RootKind, Long> rootCounts = new EnumMap<>(RootKind.class);
    private long[] rootIds = new long[1 << 8];
    private RootKind[] rootKinds = new RootKind[1 << 8];
    private int roots;
    private int[] instances = new int[1 << 8]; // by class
    private boolean[] loaders = new boolean[1 << 8]; // by class
    private final Map<Long, String> permanentLoaders = new HashMap<>();
    private boolean addresses = true;
    private boolean shared;
    private boolean surprised;
    private long records;
    private long classDumps;
    private long references;
    private long lowBits;
    private long misshapen;

    ObjectPass(ClassTable classes, Names names, long fileBytes) {
        this(classes, names, new AddressBitmap(fileBytes, fileBytes));
    }

    private ObjectPass(ClassTable classes, Names names, AddressBitmap bitmap) {
        this.classes = classes;
        this.names = names;
        this.bitmap = bitmap;
    }

    /**
     * From now on classes and names are only asked: other looks ask them at the same time. Classes that come all the same are
     * a surprise.
     */
    void share() {
        shared = true;
        room(classes.size() - 1);
        for (int number = 0; number < classes.size(); number++) {
            if (classes.record(number).isPresent()) {
                loaders[number] = PermanentClasses.isLoader(classes.name(number));
                classes.fields(number);
            }
        }
    }

    /** {@return a look at another part of the same dump, of so many bytes, at the same time} */
    ObjectPass alongside(long fileBytes, long bytes) {
        var other = new ObjectPass(classes, names, new AddressBitmap(fileBytes, bytes));
        other.shared = true;
        other.room(classes.size() - 1);
        System.arraycopy(loaders, 0, other.loaders, 0, classes.size());
        return other;
    }

    /** Adds what a look at the part that follows has found. */
    void add(ObjectPass following) {
        // What is spread too far for a part may not be for the whole.
        surprised |= following.surprised || !following.addresses;
        addresses = addresses && bitmap.add(following.bitmap);
        records += following.records;
        references += following.references;
        lowBits |= following.lowBits;
        misshapen += following.misshapen;
        permanentLoaders.putAll(following.permanentLoaders);
        segments.add(following.segments);
        for (int root = 0; root < following.roots; root++) {
            root(following.rootKinds[root], following.rootIds[root]);
        }
        for (int number = 0; number < classes.size(); number++) {
            instances[number] += following.instances[number];
        }
    }

    /** Something came in another way that is not to come so late. */
    void surprise() {
        surprised = true;
    }

    /** {@return whether something came that is not to come so late; then this look was in vain} */
    boolean surprised() {
        return surprised;
    }

    @Override
    public void text(long id, long position, int bytes) {
        surprised |= shared;
        if (!shared) {
            names.add(id, position, bytes);
        }
    }

    @Override
    public void loaded(long classId, long nameId) {
        surprised |= shared;
        if (!shared) {
            names.loaded(classId, nameId);
        }
    }

    @Override
    public void root(RootKind kind, long id) {
        if (roots == rootIds.length) {
            rootIds = Arrays.copyOf(rootIds, roots * 2);
            rootKinds = Arrays.copyOf(rootKinds, roots * 2);
        }
        rootIds[roots] = id;
        rootKinds[roots++] = kind;
        rootCounts.merge(kind, 1L, Long::sum);
    }

    @Override
    public void classDump(ClassRecord record) {
        if (shared) {
            surprised = true;
            return;
        }
        object(record.id());
        classes.add(record);
        classDumps++;
        references += 4; // superclass, loader, signers, protection domain
        for (var field : record.statics()) {
            references += field.kind() == FieldKind.REF && field.value() != 0 ? 1 : 0;
        }
    }

    @Override
    public void instance(long id, long classId, DumpInput fields, int bytes) {
        object(id);
        int number = counted(classId);
        if (number < 0) {
            return;
        }
        if (loaders[number]) {
            permanentLoaders.put(id, classes.name(number));
        }
        var places = classes.fields(number);
        misshapen += places.complete && places.bytes != bytes ? 1 : 0;
        if (!places.complete) {
            references += bytes / fields.identifierBytes();
            return;
        }
        for (int place : places.references) {
            if (place + fields.identifierBytes() <= bytes && fields.identifierAhead(place) != 0) {
                references++;
            }
        }
    }

    @Override
    public void objectArray(long id, long classId, int length, DumpInput elements) throws IOException {
        object(id);
        counted(classId);
        references++; // its length stands among them
        int word = elements.identifierBytes();
        int most = DumpInput.WINDOW / word;
        for (int rest = length; rest > 0; ) {
            int piece = Math.min(rest, most);
            elements.require(piece * word);
            for (int i = 0; i < piece; i++) {
                references += elements.identifierAhead(i * word) == 0 ? 0 : 1;
            }
            elements.seek(elements.position() + (long) piece * word);
            rest -= piece;
        }
    }

    @Override
    public void primitiveArray(long id, FieldKind element, int length, DumpInput elements) {
        object(id);
        references++; // its length
    }

    @Override
    public void segment(long begin) {
        segments.begin(begin);
    }

    private void object(long id) {
        records++;
        segments.object(id);
        lowBits |= id;
        if (addresses) {
            addresses = bitmap.add(id);
        }
        if (!addresses) {
            sorted.add(id);
        }
    }

    private int counted(long classId) {
        if (shared) {
            int number = classes.find(classId);
            surprised |= number < 0;
            instances[Math.max(0, number)] += number < 0 ? 0 : 1;
            return number;
        }
        int number = classes.number(classId);
        room(number);
        if (instances[number]++ == 0) {
            loaders[number] = PermanentClasses.isLoader(classes.name(number));
        }
        return number;
    }

    private void room(int number) {
        if (number >= instances.length) {
            int length = Math.max(number + 1, instances.length * 2);
            instances = Arrays.copyOf(instances, length);
            loaders = Arrays.copyOf(loaders, length);
        }
    }

    /** {@return whether objects other than those of classes have come} */
    boolean seesObjects() {
        return records > classDumps;
    }

    /** {@return whether the identifiers are addresses of a heap; if not, this look was in vain and another is needed} */
    boolean addresses() {
        return addresses;
    }

    /** Takes the identifiers for what they are, in a further look. */
    void withoutAddresses() {
        addresses = false;
    }

    /** {@return the platform's and the application's class loader: their identifiers and their classes} */
    Map<Long, String> permanentLoaders() {
        return permanentLoaders;
    }

    /** {@return by class how many objects are of it, arrays of primitives apart; a copy} */
    int[] instances() {
        return Arrays.copyOf(instances, Math.max(instances.length, classes.size()));
    }

    /** {@return where in the file objects are} */
    Segments segments() {
        return segments;
    }

    /** {@return at most so many references, an array's length counted as one, an object's class not} */
    long references() {
        return references;
    }

    /** {@return the largest power of two of which every identifier is a multiple} */
    long alignment() {
        return Long.lowestOneBit(lowBits);
    }

    /** {@return records of objects, more than there are objects where identifiers come twice} */
    long records() {
        return records;
    }

    /** {@return instances that have not as many bytes of fields as their class says} */
    long misshapen() {
        return misshapen;
    }

    /** {@return bytes that the numbers of the objects take} */
    long memory() {
        return addresses ? bitmap.memory() : sorted.memory();
    }

    /** {@return how many roots of each kind the dump has, by the kind in words} */
    Map<String, Long> rootTexts() {
        var texts = new HashMap<String, Long>();
        rootCounts.forEach((kind, count) -> texts.put(kind.text(), count));
        return texts;
    }

    int roots() {
        return roots;
    }

    long rootId(int root) {
        return rootIds[root];
    }

    RootKind rootKind(int root) {
        return rootKinds[root];
    }

    ObjectIndex index() throws HeapDumpException {
        try {
            return addresses ? bitmap.frozen() : sorted.frozen();
        } catch (ArithmeticException tooMany) {
            throw new HeapDumpException("has " + records + " objects; more than 2^31 cannot be read");
        }
    }
}
