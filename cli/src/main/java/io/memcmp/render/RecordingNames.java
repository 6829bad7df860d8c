package io.memcmp.render;

import io.memcmp.result.RecordingResult;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Names of recordings as short as they can be: directories that all of them share, and a file name they share, are left out. */
final class RecordingNames {
    private final Map<String, String> shortNames;

    private RecordingNames(Map<String, String> shortNames) {
        this.shortNames = shortNames;
    }

    static RecordingNames of(Report.Recordings report) {
        var paths = report.recordings().stream()
                .map(recording -> recording.source().name())
                .distinct()
                .map(name -> Arrays.asList(name.split("/", -1)))
                .toList();
        int front = paths.size() < 2 ? -1 : shared(paths);
        int back = paths.size() < 2
                ? 0
                : shared(paths.stream().map(path -> path.reversed()).toList());
        var names = new HashMap<String, String>();
        for (var path : paths) {
            int first = front < 0 ? path.size() - 1 : front;
            names.put(String.join("/", path), String.join("/", path.subList(first, path.size() - back)));
        }
        boolean apart = new LinkedHashSet<>(names.values()).size() == paths.size();
        return new RecordingNames(apart ? names : Map.of());
    }

    String of(RecordingResult recording) {
        var name = recording.source().name();
        return shortNames.getOrDefault(name, name);
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
