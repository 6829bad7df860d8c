package io.memcmp.result;

import java.util.Optional;

/**
 * One metric of one cell, in its column.
 *
 * @param point the cell
 * @param judgement what it comes to against the reference; empty for the reference, and where that has no such cell
 */
public record ComparedCell(Point point, Optional<Judgement> judgement) {}
