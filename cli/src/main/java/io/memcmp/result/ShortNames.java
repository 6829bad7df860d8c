package io.memcmp.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Names of files as short as they can be: directories that all of them share, and a file name they share, are left out. */
public final class ShortNames {
    private ShortNames() {}

    /**
     * {@return a short name for each; the names themselves where short ones would be the same}
     *
     * @param names paths
     */
    public static Map<String, String> of(List<String> names) {
        var paths = names.stream()
                .distinct()
                .map(name -> Arrays.asList(name.split("/", -1)))
                .toList();
        int front = paths.size() < 2 ? -1 : shared(paths);
        int back =
                paths.size() < 2 ? 0 : shared(paths.stream().map(List::reversed).toList());
        var shortNames = new HashMap<String, String>();
        for (var path : paths) {
            int first = front < 0 ? path.size() - 1 : front;
            shortNames.put(
                    String.join("/", path),
                    String.join("/", path.subList(first, Math.max(first + 1, path.size() - back))));
        }
        boolean apart = new LinkedHashSet<>(shortNames.values()).size() == paths.size();
        return apart ? Map.copyOf(shortNames) : Map.of();
    }

    /** With how many words all of them begin; one word of each is always left. */
    private static int shared(List<List<String>> paths) {
        int least = paths.stream().mapToInt(List::size).min().orElse(1);
        int shared = 0;
        while (shared < least - 1 && alike(paths, shared)) {
            shared++;
        }
        return shared;
    }

    private static boolean alike(List<List<String>> paths, int word) {
        var words = new ArrayList<String>();
        paths.forEach(path -> words.add(path.get(word)));
        return words.stream().distinct().count() == 1;
    }
}
