package io.memcmp.workloads;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one bundled workload: {@code NAME [PARAMETER=VALUE…]}. */
public final class WorkloadMain {

    private static final int USAGE = 2;

    private WorkloadMain() {}

    /**
     * Runs the workload and ends the process: 0 done and checked, 2 unknown workload or bad parameter, 3 out of memory, 4 the
     * self-check failed.
     *
     * @param args its name, then its parameters
     * @throws InterruptedException when somebody interrupts it
     */
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(Arrays.asList(args)));
    }

    private static int run(List<String> words) throws InterruptedException {
        Harness harness;
        try {
            harness = harness(words);
        } catch (BadArgument e) {
            System.err.println("memcmp-workload: " + e.getMessage());
            return USAGE;
        }
        return harness.live();
    }

    private static Harness harness(List<String> words) {
        List<String> names = Workloads.ALL.stream().map(Workload::id).toList();
        if (words.isEmpty()) {
            throw new BadArgument("no workload named; choose from " + names);
        }
        var workload = Workloads.find(words.get(0))
                .orElseThrow(() -> new BadArgument(
                        "unknown workload: " + words.get(0) + "; " + Nearest.hint(words.get(0), names)));
        return new Harness(workload, new Arguments(workload.parameters(), values(words.subList(1, words.size()))));
    }

    private static Map<String, String> values(List<String> words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new BadArgument("not PARAMETER=VALUE: " + word);
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return values;
    }
}
