package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.DumpScan.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Between which identifiers those of each piece of a dump lie. HotSpot writes a heap in the order of its addresses, in segments
 * of a megabyte: who looks for a few objects reads a few of these instead of the file.
 */
final class Segments {
    /** Shorter ones make a piece together with what follows: no file has so many that they take more than a bit of memory. */
    private static final long LEAST_BYTES = 1 << 18;

    private long[] begins = new long[16];
    private long[] least = new long[16];
    private long[] most = new long[16];
    private int count;

    /** A segment begins there, behind all that were told of before. */
    void begin(long at) {
        if (count == 0 || at - begins[count - 1] >= LEAST_BYTES) {
            append(at, Long.MAX_VALUE, Long.MIN_VALUE);
        }
    }

    /** An object is in the segment that was begun. */
    void object(long id) {
        least[count - 1] = Math.min(least[count - 1], id);
        most[count - 1] = Math.max(most[count - 1], id);
    }

    /** Adds those of the part of the file that follows. */
    void add(Segments following) {
        for (int i = 0; i < following.count; i++) {
            append(following.begins[i], following.least[i], following.most[i]);
        }
    }

    private void append(long begin, long itsLeast, long itsMost) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            least = Arrays.copyOf(least, 2 * count);
            most = Arrays.copyOf(most, 2 * count);
        }
        begins[count] = begin;
        least[count] = itsLeast;
        most[count++] = itsMost;
    }

    /**
     * {@return where all records of some objects are, in the order of the file}
     *
     * @param ids of the objects
     * @param end of the file
     */
    List<Range> with(long[] ids, long end) {
        var sorted = ids.clone();
        Arrays.sort(sorted);
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < count; i++) {
            int place = Arrays.binarySearch(sorted, least[i]);
            int first = place < 0 ? ~place : place;
            if (first < sorted.length && sorted[first] <= most[i]) {
                ranges.add(new Range(begins[i], i + 1 < count ? begins[i + 1] : end));
            }
        }
        return ranges;
    }
}
