package io.memcmp.workloads;

import java.util.List;
import java.util.Optional;

/** The bundled workloads. */
public final class Workloads {

    /** All of them, in the order in which they are listed. */
    public static final List<Workload> ALL =
            List.of(new AllocationLoop(), new LinkedNodes(), new CacheLeak(), new CyclicGraph());

    private Workloads() {}

    /**
     * {@return the workload of that name, if there is one}
     *
     * @param id its name on the command line
     */
    public static Optional<Workload> find(String id) {
        return ALL.stream().filter(workload -> workload.id().equals(id)).findFirst();
    }
}
