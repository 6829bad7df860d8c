package io.memcmp.bench.reading.peer;

import io.memcmp.bench.reading.Answer;
import io.memcmp.bench.reading.Job;
import io.memcmp.bench.reading.Library;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.jdk.JdkAttributes;

/** JDK Mission Control: the whole recording becomes objects, which are then asked. */
public final class JmcLibrary implements Library {
    /** Found by its name. */
    public JmcLibrary() {}

    @Override
    public void read(Path recording, Job job, Answer answer) throws IOException {
        try {
            var all = JfrLoaderToolkit.loadEvents(recording.toFile());
            var wanted = job == Job.FULL ? all : all.apply(ItemFilters.type(Job.PAUSE, Job.COLLECTION));
            for (var items : wanted) {
                take(items, job, answer);
            }
        } catch (CouldNotLoadRecordingException e) {
            throw new IOException(e);
        }
    }

    private static void take(IItemIterable items, Job job, Answer answer) {
        var name = items.getType().getIdentifier();
        if (job == Job.FULL && items.getItemCount() > 0) {
            answer.count(name, items.getItemCount());
        }
        switch (name) {
            case Job.PAUSE -> {
                var duration = JfrAttributes.DURATION.getAccessor(items.getType());
                for (var item : items) {
                    answer.pause(nanos(duration.getMember(item)));
                }
            }
            case Job.COLLECTION -> {
                var sum = JdkAttributes.GC_SUM_OF_PAUSES.getAccessor(items.getType());
                for (var item : items) {
                    answer.collection(nanos(sum.getMember(item)));
                }
            }
            case Job.ALLOCATION -> allocations(items, answer);
            default -> {} // counted, and nothing else is asked of it
        }
    }

    private static void allocations(IItemIterable items, Answer answer) {
        var type = items.getType();
        var weights = JdkAttributes.SAMPLE_WEIGHT.getAccessor(type);
        var classes = JdkAttributes.ALLOCATION_CLASS.getAccessor(type);
        var stacks = JfrAttributes.EVENT_STACKTRACE.getAccessor(type);
        for (var item : items) {
            long weight = weights.getMember(item).clampedLongValueIn(UnitLookup.BYTE);
            var name = name(classes.getMember(item));
            IMCStackTrace stack = stacks.getMember(item);
            if (stack == null || stack.getFrames().isEmpty()) {
                answer.allocation(name, Answer.NONE, Answer.NONE, weight);
            } else {
                var method = stack.getFrames().getFirst().getMethod();
                answer.allocation(name, name(method.getType()), method.getMethodName(), weight);
            }
        }
    }

    private static long nanos(IQuantity quantity) {
        return quantity.clampedLongValueIn(UnitLookup.NANOSECOND);
    }

    /** JMC names arrays as the source does. */
    private static String name(@Nullable IMCType type) {
        if (type == null) {
            return Answer.NONE;
        }
        var name = type.getFullName();
        if (!name.endsWith("[]")) {
            return name;
        }
        int dimensions = (name.length() - name.indexOf('[')) / 2;
        var element = name.substring(0, name.indexOf('['));
        return "[".repeat(dimensions).concat(code(element));
    }

    private static String code(String element) {
        return switch (element) {
            case "boolean" -> "Z";
            case "byte" -> "B";
            case "char" -> "C";
            case "short" -> "S";
            case "int" -> "I";
            case "long" -> "J";
            case "float" -> "F";
            case "double" -> "D";
            default -> "L".concat(element).concat(";");
        };
    }
}
