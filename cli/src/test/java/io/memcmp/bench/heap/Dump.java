package io.memcmp.bench.heap;

import java.nio.file.Path;

/**
 * A dump, and what the virtual machine that wrote it counted.
 *
 * @param kind which one
 * @param file the dump
 * @param all what was in the heap
 * @param held what the one {@code Held} retained: gone, when it was
 */
record Dump(DumpKind kind, Path file, Census all, Census held) {}
