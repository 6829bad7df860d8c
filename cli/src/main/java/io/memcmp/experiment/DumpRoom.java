package io.memcmp.experiment;

import io.memcmp.launch.Memory;
import io.memcmp.plan.Cell;
import io.memcmp.plan.HeapDumps;
import io.memcmp.plan.Plan;
import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether the heap dumps of a run find room on the disk. A dump is about as large as what is reachable in its heap, so the
 * size of the heap is a fair bound; of many small objects it may be up to twice that.
 *
 * @param dumps how many there are at most at a time
 * @param all bytes of their heaps together
 * @param largest bytes of the largest of them
 * @param free bytes that the disk has left
 */
public record DumpRoom(long dumps, long all, long largest, long free) {
    /** What a JVM takes that is not told. */
    private static final long SHARE_OF_MEMORY = 4;

    /**
     * {@return the room; empty where no dump is taken}
     *
     * @param wished which dumps are taken
     * @param plan whose trials leave them
     * @param directory where they go, which need not exist yet
     */
    public static Optional<DumpRoom> of(HeapDumps wished, Plan plan, Path directory) {
        if (wished.none() || plan.trials().isEmpty()) {
            return Optional.empty();
        }
        var heaps =
                plan.trials().stream().mapToLong(trial -> heap(trial.cell())).summaryStatistics();
        boolean kept = wished.wished().isPresent();
        return Optional.of(new DumpRoom(
                kept ? heaps.getCount() : 1,
                kept ? heaps.getSum() : heaps.getMax(),
                heaps.getMax(),
                free(directory.toAbsolutePath().normalize())));
    }

    private static long heap(Cell cell) {
        return cell.heap().size().map(size -> size.count()).orElseGet(() -> Memory.ofMachine() / SHARE_OF_MEMORY);
    }

    private static long free(Path directory) {
        for (var path = directory; path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                try {
                    return Files.getFileStore(path).getUsableSpace();
                } catch (IOException unknown) {
                    return Long.MAX_VALUE; // whoever writes there hears of it
                }
            }
        }
        return Long.MAX_VALUE;
    }

    /** Refuses what cannot end well: not even one dump fits. */
    public void refuseNone() {
        if (largest > free) {
            throw new UserError(
                    "no room for heap dumps: one may take %s, and the disk has %s left"
                            .formatted(text(largest), text(free)),
                    "make room, choose another disk with --out DIR, or a smaller heap with --heap");
        }
    }

    /** {@return whether not all of them fit if each is as large as its heap} */
    public boolean tight() {
        return all > free;
    }

    /** {@return what to say before the run} */
    public String sentence() {
        var says = "heap dumps may take about %s (%d of them, each about as large as what is alive in its heap)"
                .formatted(text(all), dumps);
        return free == Long.MAX_VALUE
                ? says
                : says + (tight() ? "; the disk has only " : "; the disk has ") + text(free) + " left";
    }

    private static String text(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
