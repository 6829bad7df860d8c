package io.memcmp.analysis.workload;

import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.heap.LiveSetAnalysis;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.JvmInfo;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a bundled workload says of itself, and prices the nodes its structure is made of. */
public final class WorkloadAnalysis implements EventAnalysis<WorkloadProfile> {
    private static final String MAIN = "io.memcmp.workloads.WorkloadMain ";
    private static final String UNKNOWN = "the workload does not know it";

    private final LiveSetAnalysis liveSet;
    private final List<Node> nodes = new ArrayList<>();
    private @Nullable Result result;
    private @Nullable OutOfMemory outOfMemory;

    private record Result(
            String workload,
            String parameters,
            long operations,
            long payload,
            long allocated,
            long live,
            boolean passed,
            String check) {}

    private record Node(String className, String fields, long instances, long payload, long size) {}

    private record OutOfMemory(long elapsed, long operations) {}

    /**
     * Starts with nothing seen.
     *
     * @param liveSet knows the class histograms
     */
    public WorkloadAnalysis(LiveSetAnalysis liveSet) {
        this.liveSet = liveSet;
    }

    @Override
    public List<RequiredEvent> events() {
        return Stream.of("memcmp.Result", "memcmp.Node", "memcmp.OutOfMemory")
                .map(RequiredEvent::plain)
                .toList();
    }

    @Override
    public void visit(Event event) {
        switch (event.name()) {
            case "memcmp.Result" -> result = result(event);
            case "memcmp.Node" ->
                nodes.add(new Node(
                        EventReader.text(event, "className"),
                        EventReader.text(event, "fields"),
                        event.number("instances"),
                        event.number("payload"),
                        event.number("size")));
            default -> outOfMemory = new OutOfMemory(event.number("elapsed"), event.number("operations"));
        }
    }

    private static Result result(Event event) {
        return new Result(
                EventReader.text(event, "workload"),
                EventReader.text(event, "parameters"),
                event.number("operations"),
                event.number("payload"),
                event.number("allocated"),
                event.number("live"),
                event.flag("passed"),
                EventReader.text(event, "check"));
    }

    @Override
    public Observed<WorkloadProfile> profile(RecordingFacts facts) {
        if (result == null && outOfMemory == null) {
            return Observed.missing("no bundled workload tells of itself in this recording");
        }
        var told = result != null ? result : unfinished(facts.jvm().javaArguments());
        return Observed.of(new WorkloadProfile(
                told.workload(),
                told.parameters(),
                told.operations(),
                told.payload(),
                Reading.ofKnown(told.allocated(), UNKNOWN),
                Reading.ofKnown(told.live(), UNKNOWN),
                told.passed(),
                told.check(),
                outOfMemory == null
                        ? Reading.absent("memory did not run out")
                        : Reading.ofKnown(outOfMemory.elapsed(), UNKNOWN),
                nodes.stream().map(node -> profile(node, facts.jvm())).toList()));
    }

    /** A workload that ran out of memory has no result: its name is in the command line. */
    private Result unfinished(String javaArguments) {
        var arguments = javaArguments.startsWith(MAIN) ? javaArguments.substring(MAIN.length()) : javaArguments;
        int blank = arguments.indexOf(' ');
        var id = blank < 0 ? arguments : arguments.substring(0, blank);
        var parameters = blank < 0 ? "" : arguments.substring(blank + 1);
        long operations = outOfMemory == null ? 0 : outOfMemory.operations();
        return new Result(id, parameters, operations, 0, -1, -1, false, "memory ran out before the check");
    }

    private NodeProfile profile(Node node, JvmInfo jvm) {
        return new NodeProfile(
                node.className(),
                node.instances(),
                node.payload(),
                predicted(node.fields(), jvm),
                Reading.ofKnown(node.size(), "the workload ran without the probe"),
                liveSet.bytesOfOne(node.className()),
                heapGrowth(node));
    }

    private static Observed<ObjectLayout> predicted(String fields, JvmInfo jvm) {
        Optional<ObjectShape> shape = ObjectShape.parse(fields);
        if (shape.isEmpty()) {
            return Observed.missing("memcmp does not understand the node's fields: " + fields);
        }
        return switch (jvm.layout()) {
            case Observed.Missing<LayoutMode>(var reason) -> Observed.missing(reason);
            case Observed.Present<LayoutMode>(var mode)
            when paddedArray(shape.get(), mode, jvm) ->
                Observed.missing("arrays of this JDK without compressed class pointers are not understood");
            case Observed.Present<LayoutMode>(var mode) -> Observed.of(ObjectLayout.of(shape.get(), mode));
        };
    }

    /** Before 23, elements of an array began at a whole word even after a header of 20 bytes. */
    private static boolean paddedArray(ObjectShape shape, LayoutMode mode, JvmInfo jvm) {
        return shape instanceof ObjectShape.Array && !mode.compressedClassPointers() && jvm.feature() < 23;
    }

    /** Growth belongs to all kinds of node together: with several it is nobody's. */
    private Reading heapGrowth(Node node) {
        if (nodes.size() != 1) {
            return Reading.absent("the structure has " + nodes.size() + " kinds of node, which grow together");
        }
        return switch (liveSet.heapGrowth()) {
            case Reading.Value(double bytes) when node.instances() > 0 -> Reading.of(bytes / node.instances());
            case Reading.Value _ -> Reading.absent("no node was alive");
            case Reading.Absent absent -> absent;
        };
    }
}
