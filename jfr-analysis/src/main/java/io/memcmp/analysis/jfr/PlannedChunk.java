package io.memcmp.analysis.jfr;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * A chunk, and what to do with it.
 *
 * @param path the file it lies in
 * @param channel the same file, open
 * @param header where in it, and from when
 * @param plan what to do with its events
 * @param ticks the clock of its events
 * @param forks visitors that see this chunk alone
 */
record PlannedChunk(
        Path path, FileChannel channel, ChunkHeader header, ChunkPlan plan, Ticks ticks, List<Fork<?>> forks) {}
