package io.memcmp.result;

/**
 * Two cells to compare.
 *
 * @param cell the cell
 * @param reference what it is held against
 */
public record CellPair(CellFigures cell, CellFigures reference) {}
