package io.memcmp.analysis.allocation;

import io.memcmp.analysis.allocation.AllocationProfile.Share;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bytes by name; those of names that come when there is no more room are added up together. */
final class NameSums {
    private final Map<String, Long> bytes = new HashMap<>();
    private int letters;

    void add(String name, long more) {
        var known = bytes.get(name);
        if (known != null) {
            bytes.put(name, Names.sum(known, more));
        } else if (bytes.size() < Names.MOST && letters + name.length() <= Names.MOST_LETTERS) {
            letters += name.length();
            bytes.put(name, more);
        } else {
            bytes.merge(Names.OTHERS, more, Names::sum);
        }
    }

    List<Share> top(int count) {
        double all = bytes.values().stream().mapToDouble(Long::doubleValue).sum();
        return bytes.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue(), all == 0 ? 0 : entry.getValue() / all))
                .sorted(Comparator.comparingDouble(Share::bytes).reversed().thenComparing(Share::name))
                .limit(count)
                .toList();
    }
}
