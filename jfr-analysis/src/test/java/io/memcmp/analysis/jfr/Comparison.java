package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/** One event as two readers see it. */
final class Comparison {
    /** Objects refer to objects that refer to them: so far a path is followed. */
    private static final int LONGEST_PATH = 4;

    private final String where;
    private final RecordedEvent expected;
    private final Event actual;
    private int position;

    Comparison(String where, RecordedEvent expected, Event actual) {
        this.where = where;
        this.expected = expected;
        this.actual = actual;
    }

    /** How many frames were compared, on the way to finding no difference. */
    int compare() {
        same(expected.getStartTime(), actual.start(), "start");
        same(expected.getEndTime(), actual.end(), "end");
        same(expected.getDuration(), actual.duration(), "duration");
        same(expected.getStartTime(), java.time.Instant.ofEpochSecond(0, actual.startNanos()), "startNanos");
        same(expected.getEndTime(), java.time.Instant.ofEpochSecond(0, actual.endNanos()), "endNanos");
        var names = new TreeSet<String>();
        actual.fields().forEach(field -> names.add(field.replaceFirst("\\..*", "")));
        var fields = expected.getFields().stream().map(ValueDescriptor::getName).toList();
        same(new TreeSet<>(fields), names, "names of the fields");
        fields("", expected, 1);
        return stack(expected.getStackTrace());
    }

    private void fields(String prefix, RecordedObject object, int depth) {
        for (var field : object.getFields()) {
            var path = prefix + field.getName();
            if (object.getValue(field.getName()) instanceof RecordedStackTrace || field.isArray()) {
                continue; // the frames are compared one by one
            }
            if (!path.equals("startTime") && !path.equals("duration")) {
                // A structure is only its fields.
                boolean isField =
                        field.getFields().isEmpty() || field.getTypeName().startsWith("java.lang.");
                assertTrue(!isField || depth > 2 || actual.has(path), () -> where + ", " + path);
                field(path, field, object, depth);
            }
        }
    }

    private void field(String path, ValueDescriptor field, RecordedObject object, int depth) {
        switch (object.<@Nullable Object>getValue(field.getName())) {
            case null -> missing(path, field);
            case String text -> same(text, actual.text(path), path);
            case Boolean flag -> same(flag, actual.flag(path), path);
            case Float number -> same((double) number, actual.decimal(path), path);
            case Double number -> same(number, actual.decimal(path), path);
            case RecordedObject value -> reference(path, value, depth);
            case Number _, Character _ -> number(path, field, object);
            case Object other -> throw new AssertionError(where + ", " + path + " is a " + other.getClass());
        }
    }

    private void number(String path, ValueDescriptor field, RecordedObject object) {
        same(object.getLong(field.getName()), actual.number(path), path);
        if (field.getAnnotation(Timespan.class) != null && !overflows(field, object)) {
            same(object.getDuration(field.getName()), actual.span(path), path);
        }
        if (field.getAnnotation(Timestamp.class) != null) {
            same(object.getInstant(field.getName()), actual.instant(path), path);
        }
    }

    /** Of a number of microseconds that are too many nanoseconds the JDK's reader makes something else. */
    private static boolean overflows(ValueDescriptor field, RecordedObject object) {
        long value = object.getLong(field.getName());
        return field.getAnnotation(Timespan.class).value().equals(Timespan.MICROSECONDS)
                && value * 1000 / 1000 != value;
    }

    private void missing(String path, ValueDescriptor field) {
        if (field.getTypeName().equals("java.lang.Class")) {
            assertNull(actual.className(path), () -> where + ", " + path);
        } else if (field.getFields().isEmpty()) {
            assertNull(actual.text(path), () -> where + ", " + path);
        }
    }

    private void reference(String path, RecordedObject value, int depth) {
        switch (value) {
            case RecordedClass type -> {
                same(name(type), actual.className(path), path);
                same(name(type), actual.constants().className(actual.id(path)), path);
                same(type.getId(), actual.id(path), path);
            }
            case RecordedThread thread -> same(thread.getId(), actual.id(path), path);
            default -> {}
        }
        if (depth < LONGEST_PATH) {
            fields(path + ".", value, depth + 1);
        }
    }

    private int stack(@Nullable RecordedStackTrace stack) {
        if (stack == null) {
            actual.constants().frames(actual.stackId(), (method, _, _) -> {
                throw new AssertionError(where + ": no stack was recorded, and here is " + method);
            });
            return 0;
        }
        var frames = stack.getFrames();
        position = 0;
        actual.constants().frames(actual.stackId(), (method, line, bytecodeIndex) -> {
            assertTrue(position < frames.size(), () -> where + ": more than " + position + " frames");
            frame(frames.get(position), method, line, bytecodeIndex);
            return ++position > 0;
        });
        same(frames.size(), position, "number of frames");
        same(stack.isTruncated(), actual.constants().truncated(actual.stackId()), "truncated");
        topFrames(frames);
        return position;
    }

    private void frame(RecordedFrame frame, Method method, int line, int bytecodeIndex) {
        var part = "frame " + position;
        same(method(frame.getMethod()), method, part);
        same(frame.getLineNumber(), line, part);
        same(frame.getBytecodeIndex(), bytecodeIndex, part);
    }

    /** A visitor that has enough after one frame is asked no second time. */
    private void topFrames(List<RecordedFrame> frames) {
        position = 0;
        actual.constants().frames(actual.stackId(), (_, _, _) -> ++position < 1);
        same(Math.min(1, frames.size()), position, "top frame");
    }

    private static Method method(@Nullable RecordedMethod method) {
        return method == null
                ? Method.LOST
                : new Method(name(method.getType()), method.getName(), method.getDescriptor());
    }

    private static String name(RecordedClass type) {
        return type.getName();
    }

    private void same(Object expectation, @Nullable Object found, String path) {
        if (!Objects.equals(expectation, found)) {
            assertEquals(expectation, found, where + ", " + path);
        }
    }
}
