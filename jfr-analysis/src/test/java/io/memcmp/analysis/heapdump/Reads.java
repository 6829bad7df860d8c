package io.memcmp.analysis.heapdump;

import java.nio.file.Path;

/** Reads a dump in a virtual machine of its own, with all retained sizes, and prints how many objects it has: {@code FILE}. */
public final class Reads {
    private Reads() {}

    /**
     * Reads it.
     *
     * @param args as above
     * @throws Exception if it cannot be read
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        try (var dump = HeapDump.open(Path.of(args[0]), HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            System.out.println(dump.objects());
        }
    }
}
