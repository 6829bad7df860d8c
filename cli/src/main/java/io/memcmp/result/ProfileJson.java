package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Durations;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.analysis.gccpu.GcCpuProfile;
import io.memcmp.analysis.heap.Footprint;
import io.memcmp.analysis.heap.HeapProfile;
import io.memcmp.analysis.heap.LiveSetProfile;
import io.memcmp.analysis.jvm.JvmInfo;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.pause.CollectionProfile;
import io.memcmp.analysis.pause.PauseProfile;
import io.memcmp.analysis.pause.StopProfile;
import io.memcmp.analysis.workload.NodeProfile;
import io.memcmp.analysis.workload.WorkloadProfile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one recording tells beyond the metrics, as JSON. */
final class ProfileJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_POINTS = 200;
    private static final int MOST_CLASSES = 50;

    private ProfileJson() {}

    static ObjectNode of(RecordingProfile profile) {
        return of(profile, Integer.MAX_VALUE, MOST_CLASSES);
    }

    /** At most so many places and classes that allocated, and so many classes of the live set. */
    static ObjectNode of(RecordingProfile profile, int mostShares, int mostClasses) {
        var node = NODES.objectNode();
        node.set("window", window(profile.window()));
        node.set("pauses", Readings.json(profile.pauses(), ProfileJson::pauses));
        node.set("stops", Readings.json(profile.stops(), ProfileJson::stops));
        node.set("stalls", Readings.json(profile.stalls(), stalls -> durations(stalls.all())));
        node.set("utilisation", UtilisationJson.of(profile));
        node.set("collections", Readings.json(profile.collections(), ProfileJson::collections));
        node.set("gc_cpu", Readings.json(profile.gcCpu(), ProfileJson::gcCpu));
        node.set("allocation", Readings.json(profile.allocation(), allocation -> allocation(allocation, mostShares)));
        node.set("heap", Readings.json(profile.heap(), heap -> heap(heap, profile.window())));
        node.set("live_set", Readings.json(profile.liveSet(), live -> liveSet(live, mostClasses)));
        node.set("growth", Readings.json(profile.growth(), growth -> GrowthJson.of(growth, profile.window())));
        node.set("workload", Readings.json(profile.workload(), ProfileJson::workload));
        return node;
    }

    static ObjectNode jvm(JvmInfo jvm) {
        var node = NODES.objectNode();
        node.put("name", jvm.name());
        node.put("version", jvm.version());
        node.put("feature", jvm.feature());
        node.put("collector", jvm.collector().name().toLowerCase(Locale.ROOT));
        node.put("jvm_arguments", jvm.jvmArguments());
        node.put("java_arguments", jvm.javaArguments());
        node.set("layout", Readings.json(jvm.layout(), ProfileJson::mode));
        var flags = node.putObject("flags");
        jvm.flags().forEach(flags::put);
        return node;
    }

    static ObjectNode mode(LayoutMode mode) {
        return NODES.objectNode()
                .put("compressed_oops", mode.compressedOops())
                .put("compressed_class_pointers", mode.compressedClassPointers())
                .put("compact_headers", mode.compactHeaders())
                .put("object_alignment_bytes", mode.objectAlignment());
    }

    private static ObjectNode window(Window window) {
        return NODES.objectNode()
                .put("start", window.start().toString())
                .put("end", window.end().toString())
                .put("duration_ns", window.duration().toNanos())
                .put("marked", window.marked());
    }

    private static ObjectNode durations(Durations durations) {
        var node = NODES.objectNode();
        node.set("count", Readings.json(durations.count()));
        node.set("sum_ns", Readings.json(durations.sum()));
        node.set("p50_ns", Readings.json(durations.percentile(0.50)));
        node.set("p90_ns", Readings.json(durations.percentile(0.90)));
        node.set("p99_ns", Readings.json(durations.percentile(0.99)));
        node.set("max_ns", Readings.json(durations.max()));
        return node;
    }

    private static ObjectNode byName(Map<String, Durations> byName) {
        var node = NODES.objectNode();
        byName.forEach((name, durations) -> node.set(name, durations(durations)));
        return node;
    }

    private static ObjectNode pauses(PauseProfile pauses) {
        var node = NODES.objectNode();
        node.set("all", durations(pauses.all()));
        node.set("by_name", byName(pauses.byName()));
        return node;
    }

    private static ObjectNode stops(StopProfile stops) {
        var node = NODES.objectNode();
        node.set("all", durations(stops.all()));
        node.set("collections", durations(stops.collections()));
        node.set("others", durations(stops.others()));
        node.set("collections_at_safepoint", durations(stops.collectionsAtSafepoint()));
        node.set("time_to_safepoint", durations(stops.timeToSafepoint()));
        node.set("by_operation", byName(stops.byOperation()));
        return node;
    }

    private static ObjectNode collections(CollectionProfile collections) {
        var node = NODES.objectNode();
        var counts = node.putObject("by_name_and_cause");
        collections.byNameAndCause().forEach(counts::put);
        node.set("concurrent_cycles", durations(collections.concurrentCycles()));
        return node;
    }

    private static ObjectNode gcCpu(GcCpuProfile cpu) {
        var node = NODES.objectNode();
        node.put("total_ns", cpu.total().toNanos());
        node.set("share_of_process", Readings.json(cpu.shareOfProcess()));
        var threads = node.putObject("by_thread_ns");
        cpu.byThread().forEach((thread, time) -> threads.put(thread, time.toNanos()));
        return node;
    }

    private static ObjectNode allocation(AllocationProfile allocation, int most) {
        var node = NODES.objectNode();
        node.set("total_bytes", Readings.json(allocation.totalBytes()));
        node.set("bytes_per_second", Readings.json(allocation.bytesPerSecond()));
        node.put("samples", allocation.samples());
        node.put("sampled_bytes", SampledAllocation.bytes(allocation));
        node.set("source", Readings.json(allocation.source(), NODES::textNode));
        node.set("top_classes", shares(allocation.topClasses(), most));
        node.set("top_sites", shares(allocation.topSites(), most));
        return node;
    }

    private static ArrayNode shares(List<AllocationProfile.Share> shares, int most) {
        var array = NODES.arrayNode();
        shares.stream()
                .limit(most)
                .forEach(share -> array.addObject()
                        .put("name", share.name())
                        .put("sampled_bytes", Math.round(share.bytes()))
                        .put("fraction", share.fraction()));
        return array;
    }

    private static ObjectNode heap(HeapProfile heap, Window window) {
        var node = NODES.objectNode();
        node.set("peak_used_bytes", Readings.json(heap.peakUsed()));
        node.set("peak_committed_bytes", Readings.json(heap.peakCommitted()));
        node.set("last_after_gc_bytes", Readings.json(heap.lastAfterGc()));
        node.set("footprint", Readings.json(heap.footprint(), ProfileJson::footprint));
        node.put("points", heap.timeline().size());
        var timeline = node.putArray("timeline");
        int step = Math.max(1, Math.ceilDiv(heap.timeline().size(), MOST_POINTS));
        for (int i = 0; i < heap.timeline().size(); i += step) {
            var point = heap.timeline().get(i);
            timeline.addObject()
                    .put("at_ns", Duration.between(window.start(), point.at()).toNanos())
                    .put("used_bytes", point.used())
                    .put("committed_bytes", point.committed())
                    .put("after_gc", point.afterGc());
        }
        return node;
    }

    private static ObjectNode footprint(Footprint footprint) {
        return NODES.objectNode()
                .put("used_byte_seconds", footprint.usedByteSeconds())
                .put("committed_byte_seconds", footprint.committedByteSeconds())
                .put("mean_used_bytes", footprint.meanUsed())
                .put("mean_committed_bytes", footprint.meanCommitted());
    }

    private static ObjectNode liveSet(LiveSetProfile live, int most) {
        var node = NODES.objectNode();
        node.set("bytes", Readings.json(live.bytes()));
        node.set("growth_bytes", Readings.json(live.growth()));
        node.set("heap_used_bytes", Readings.json(live.heapUsed()));
        var classes = node.putArray("classes");
        live.classes().stream()
                .limit(most)
                .forEach(each -> classes.addObject()
                        .put("class", each.className())
                        .put("instances", each.instances())
                        .put("bytes", each.bytes()));
        return node;
    }

    private static ObjectNode workload(WorkloadProfile workload) {
        var node = NODES.objectNode();
        node.put("id", workload.id());
        node.put("parameters", workload.parameters());
        node.put("operations", workload.operations());
        node.put("payload_bytes", workload.payloadBytes());
        node.set("allocated_by_construction_bytes", Readings.json(workload.allocatedByConstruction()));
        node.set("live_by_construction_bytes", Readings.json(workload.liveByConstruction()));
        node.put("check_passed", workload.checkPassed());
        node.put("check", workload.checkDetail());
        node.set("out_of_memory_after_ns", Readings.json(workload.outOfMemoryAfter()));
        var nodes = node.putArray("nodes");
        workload.nodes().forEach(each -> nodes.add(node(each)));
        return node;
    }

    private static JsonNode node(NodeProfile node) {
        var json = NODES.objectNode();
        json.put("class", node.className());
        json.put("instances", node.instances());
        json.put("payload_bytes", node.payloadBytes());
        json.set("predicted", Readings.json(node.predicted(), ProfileJson::layout));
        json.set("instrumented_bytes", Readings.json(node.instrumented()));
        json.set("histogram_bytes", Readings.json(node.histogram()));
        json.set("heap_growth_bytes", Readings.json(node.heapGrowth()));
        return json;
    }

    private static ObjectNode layout(ObjectLayout layout) {
        return NODES.objectNode()
                .put("size_bytes", layout.size())
                .put("header_bytes", layout.header())
                .put("reference_bytes", layout.references())
                .put("primitive_bytes", layout.primitives())
                .put("padding_bytes", layout.padding());
    }
}
