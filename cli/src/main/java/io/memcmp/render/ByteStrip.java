package io.memcmp.render;

import io.memcmp.analysis.layout.ClassLayout;
import io.memcmp.analysis.layout.ClassLayout.Part;
import io.memcmp.analysis.layout.ClassLayout.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * An object as a strip of characters, a letter for each byte: {@code H} header, {@code P} primitive, {@code R} reference, a
 * capital where each begins; {@code .} lost to alignment, {@code ~} kept free around contended fields.
 */
final class ByteStrip {
    private static final int CELLS_OF_LINE = 64;
    private static final int CELLS_OF_GROUP = 8;
    private static final int LONGEST_BY_BYTE = 4 * CELLS_OF_LINE;
    private static final int WORD = 4;
    private static final int MOST_LINES = 8;

    private final ClassLayout layout;
    private final int bytesOfCell;

    ByteStrip(ClassLayout layout) {
        this.layout = layout;
        this.bytesOfCell = layout.size() <= LONGEST_BY_BYTE ? 1 : WORD;
    }

    /** What its letters mean. */
    static String legend() {
        return "letters: H header, P primitive, R reference, each beginning with a capital; . lost to alignment, ~ kept free"
                + " around @Contended; one for each byte, for every 4 bytes of an object above " + LONGEST_BY_BYTE;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        long bytesOfLine = (long) CELLS_OF_LINE * bytesOfCell;
        for (long start = 0; start < layout.size(); start += bytesOfLine) {
            if (lines.size() == MOST_LINES) {
                lines.add("    … " + (layout.size() - start) + " bytes more");
                break;
            }
            lines.add(line(start, Math.min(start + bytesOfLine, layout.size())));
        }
        return List.copyOf(lines);
    }

    private String line(long start, long end) {
        var line = new StringBuilder(String.format("%5d  ", start));
        int cell = 0;
        for (long at = start; at < end; at += bytesOfCell) {
            if (cell > 0 && cell % CELLS_OF_GROUP == 0) {
                line.append(' ');
            }
            line.append(letter(at));
            cell++;
        }
        return line.toString();
    }

    /** Of several parts within one cell the first that is not lost. */
    private char letter(long from) {
        Part best = null;
        for (var part : layout.parts()) {
            boolean within = part.offset() < from + bytesOfCell && part.offset() + part.size() > from;
            if (within && (best == null || lost(best))) {
                best = part;
            }
        }
        if (best == null) {
            return ' ';
        }
        char letter = switch (best.use()) {
            case HEADER -> 'h';
            case PRIMITIVE -> 'p';
            case REFERENCE -> 'r';
            case GAP, TAIL -> '.';
            case CONTENTION -> '~';
        };
        return best.offset() >= from ? Character.toUpperCase(letter) : letter;
    }

    private static boolean lost(Part part) {
        return part.use() == Use.GAP || part.use() == Use.TAIL || part.use() == Use.CONTENTION;
    }
}
