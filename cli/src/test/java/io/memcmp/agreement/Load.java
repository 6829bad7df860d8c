package io.memcmp.agreement;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the machines do while they are looked at: small, but enough work for each instrument to have something to say. */
enum Load {
    /** A tight heap and many survivors: every collector has to work hard. */
    CHURN("allocation-loop", 128, 2048, "count=12000000 length=100 survive=0.8 live=400000 threads=2"),
    /** Little allocation in a window of more than a second, so that whatever else allocates would be seen. */
    CACHE("cache-leak", 256, 512, "entries=100000 lookups=3000"),
    /** Long enough that the recorder has described its events, which takes live megabytes, before the quiet point. */
    LIST("linked-list", 256, 512, "nodes=4000000 builds=1 traversals=100"),
    GRAPH("cyclic-graph", 96, 1024, "rounds=60 parents=10000");

    private final String workload;
    private final long heapMiB;
    private final long heapWithoutCollectorMiB;
    private final String parameters;

    Load(String workload, long heapMiB, long heapWithoutCollectorMiB, String parameters) {
        this.workload = workload;
        this.heapMiB = heapMiB;
        this.heapWithoutCollectorMiB = heapWithoutCollectorMiB;
        this.parameters = parameters;
    }

    Subject subject() {
        Map<String, String> values = new LinkedHashMap<>();
        for (var parameter : parameters.split(" ", -1)) {
            int equals = parameter.indexOf('=');
            values.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return new Subject.Bundled(workload, values);
    }

    Bytes heap(Machine machine) {
        return Bytes.ofMiB(machine.collects() ? heapMiB : heapWithoutCollectorMiB);
    }

    String workload() {
        return workload;
    }
}
