package io.memcmp.analysis.jfr;

import java.nio.file.Path;

/**
 * A stretch of a recording that could not be read.
 *
 * @param file in which file
 * @param offset where in it the stretch begins, bytes
 * @param bytes how long it is, or should be: what is missing from a file that was cut off counts too; 0 where only the
 *     meaning of something that was read is lost
 * @param reason what is wrong, in the user's words: without a capital, without a full stop
 */
public record Loss(Path file, long offset, long bytes, String reason) {}
