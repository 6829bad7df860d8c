package io.memcmp.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the kernel tells of the control groups that bound this process, both versions. A limit may sit on any group above
 * this process's own; inside a container the groups above its root are not seen.
 */
final class Cgroup {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final Pattern LINE = Pattern.compile("(?m)^\\d+:([^:]*):(/.*)$");

    private Cgroup() {}

    /**
     * {@return the directories that may hold the controller's files, the group of this process first; some may not exist}
     *
     * @param membership the text of {@code /proc/self/cgroup}
     * @param controller {@code cpu} or {@code memory}
     */
    static List<Path> directories(String membership, String controller) {
        var found = new ArrayList<Path>();
        LINE.matcher(membership).results().forEach(line -> {
            var controllers = line.group(1);
            if (controllers.isEmpty()) {
                found.addAll(upwards(ROOT, line.group(2)));
            } else if (Arrays.asList(controllers.split(",", -1)).contains(controller)) {
                found.addAll(upwards(ROOT.resolve(controllers), line.group(2)));
            }
        });
        return found.stream().distinct().toList();
    }

    private static List<Path> upwards(Path mount, String group) {
        var all = new ArrayList<Path>();
        var directory = mount.resolve(group.substring(1)).normalize();
        while (directory.startsWith(mount)) {
            all.add(directory);
            directory = directory.resolve("..").normalize();
        }
        return all;
    }
}
