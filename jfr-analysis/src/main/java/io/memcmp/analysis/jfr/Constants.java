package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.Layout.Kind;
import org.jspecify.annotations.Nullable;

/** What the ids in the events of one chunk stand for. */
public final class Constants {
    /** A text may be a constant, which may be written as a text, which ... */
    private static final int DEEPEST = 4;

    private final ConstantPools pools;
    private @Nullable ConstantPool texts;
    private @Nullable ConstantPool classes;
    private @Nullable ConstantPool methods;
    private @Nullable ConstantPool stacks;
    private int method;
    private int line;
    private int bytecodeIndex;

    Constants(ConstantPools pools) {
        this.pools = pools;
    }

    /** All constants of the chunk were found. */
    void begin() {
        texts = pools.pool(TypeInfo.STRING);
        classes = pools.pool(TypeInfo.CLASS);
        methods = pools.pool(TypeInfo.METHOD);
        stacks = pools.pool(TypeInfo.STACK_TRACE);
        if (stacks != null) {
            if (StackTraces.fits(stacks.type(), stacks.layout())) {
                var frame = stacks.layout().element(1);
                method = frame.indexOf("method");
                line = frame.indexOf("lineNumber");
                bytecodeIndex = frame.indexOf("bytecodeIndex");
            } else {
                stacks = null;
            }
        }
    }

    /**
     * {@return a class's name as {@code Class.getName} gives it; null for 0 and for a class that is lost}
     *
     * @param classId id of a {@code java.lang.Class}
     */
    public @Nullable String className(long classId) {
        int number = classes == null ? LongTable.NONE : classes.find(classId);
        if (classes == null || number == LongTable.NONE) {
            return null;
        }
        if (classes.read(number) instanceof String name) {
            return name;
        }
        var symbol = text(classes, classes.place(number), "name", 0);
        if (symbol == null) {
            return null;
        }
        var name = symbol.replace('/', '.');
        classes.keep(number, name);
        return name;
    }

    /**
     * Visits the frames of a stack trace, the top one first: as many as were chosen, until the visitor has enough.
     *
     * @param stackId the trace's id; nothing is visited for 0 and for one that is lost
     * @param visitor sees them
     */
    public void frames(long stackId, FrameVisitor visitor) {
        int number = stacks == null ? LongTable.NONE : stacks.find(stackId);
        if (stacks == null || number == LongTable.NONE) {
            return;
        }
        var frame = stacks.layout().element(1);
        var cursor = pools.at(stacks.place(number));
        StackTraces.truncated(cursor);
        int count = StackTraces.frames(cursor);
        boolean more = true;
        for (int i = 0; i < count && more; i++) {
            long methodId = 0;
            long atLine = -1;
            long atBytecode = -1;
            for (int slot = 0; slot < frame.size(); slot++) {
                if (!frame.slot(slot).kind().isNumber()) {
                    frame.skipSlot(cursor, slot);
                    continue;
                }
                long value = cursor.number();
                methodId = slot == method ? value : methodId;
                atLine = slot == line ? value : atLine;
                atBytecode = slot == bytecodeIndex ? value : atBytecode;
            }
            more = visitor.visit(method(methodId), (int) atLine, (int) atBytecode);
        }
    }

    /**
     * {@return whether the virtual machine left out the lower frames of a deep stack}
     *
     * @param stackId the trace's id
     */
    public boolean truncated(long stackId) {
        int number = stacks == null ? LongTable.NONE : stacks.find(stackId);
        return stacks != null && number != LongTable.NONE && StackTraces.truncated(pools.at(stacks.place(number)));
    }

    private Method method(long id) {
        int number = methods == null ? LongTable.NONE : methods.find(id);
        if (methods == null || number == LongTable.NONE) {
            return Method.LOST;
        }
        if (methods.read(number) instanceof Method known) {
            return known;
        }
        int place = methods.place(number);
        var type = className(id(methods, place, "type"));
        var name = text(methods, place, "name", 0);
        var descriptor = text(methods, place, "descriptor", 0);
        var method = new Method(
                type == null ? Method.UNKNOWN : type,
                name == null ? Method.UNKNOWN : name,
                descriptor == null ? "" : descriptor);
        methods.keep(number, method);
        return method;
    }

    private long id(ConstantPool pool, int place, String field) {
        int slot = pool.layout().indexOf(field);
        if (slot < 0 || pool.layout().slot(slot).kind() != Kind.REFERENCE) {
            return 0;
        }
        return at(pool, place, slot).number();
    }

    /** A cursor at one field of a constant. */
    Cursor at(ConstantPool pool, int place, int slot) {
        var cursor = pools.at(place);
        for (int i = 0; i < slot; i++) {
            pool.layout().skipSlot(cursor, i);
        }
        return cursor;
    }

    /** The pool of a type; null where no chosen event refers to it. */
    @Nullable
    ConstantPool pool(long type) {
        return pools.pool(type);
    }

    /** The text of a field of a constant. */
    private @Nullable String text(ConstantPool pool, int place, String field, int depth) {
        int slot = pool.layout().indexOf(field);
        return slot < 0 ? null : text(pool.layout(), slot, at(pool, place, slot), depth);
    }

    /** The text that a slot of a constant holds or refers to; null where it is none or lost. */
    private @Nullable String text(Layout layout, int slot, Cursor cursor, int depth) {
        return switch (layout.slot(slot).kind()) {
            case TEXT -> text(cursor, depth);
            case REFERENCE -> constant(pool(layout.slot(slot).type()), cursor.number(), depth);
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE, ARRAY -> null;
        };
    }

    /** The text that is written there; null where it is none or a constant that is lost. */
    @Nullable
    String text(Cursor cursor, int depth) {
        int encoding = cursor.one();
        return encoding == Text.CONSTANT ? constant(texts, cursor.number(), depth) : Text.read(encoding, cursor);
    }

    /** The text of the constant with that id to which the slot refers. */
    @Nullable
    String text(Layout.Slot slot, long id) {
        return constant(pool(slot.type()), id, 0);
    }

    /** The text that is a constant: of a cause of collections, of a state of threads, say. */
    private @Nullable String constant(@Nullable ConstantPool pool, long id, int depth) {
        int number = pool == null ? LongTable.NONE : pool.find(id);
        if (pool == null
                || number == LongTable.NONE
                || depth > DEEPEST
                || pool.layout().size() == 0) {
            return null;
        }
        if (pool.read(number) instanceof String known) {
            return known;
        }
        var text = text(pool.layout(), 0, pools.at(pool.place(number)), depth + 1);
        // A class's name has dots once it was read as a class; its symbol has not.
        if (text != null && pool != classes) {
            pool.keep(number, text);
        }
        return text;
    }
}
