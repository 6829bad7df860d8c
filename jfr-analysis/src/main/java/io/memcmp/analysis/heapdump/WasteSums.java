package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.Waste.Boxed;
import io.memcmp.analysis.heapdump.Waste.Duplicate;
import io.memcmp.analysis.heapdump.Waste.Sparse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Adds up what a scan has found. */
final class WasteSums {
    /** Elements for each slot of an array, below which it is sparse: one in so many. */
    private static final int SPARSE = 4;

    private final HeapDump dump;
    private final WasteScan scan;
    private final TextTable texts;
    private final int most;
    private final long slotBytes;
    private long stringBytes;
    private long arrayBytes;

    WasteSums(HeapDump dump, WasteScan scan, TextTable texts, int most) {
        this.dump = dump;
        this.scan = scan;
        this.texts = texts;
        this.most = most;
        slotBytes = dump.facts().layout().mode().compressedOops() ? Integer.BYTES : Long.BYTES;
    }

    Waste total() {
        var strings = new Longest();
        var arrays = new Longest();
        for (int content = 0; content < scan.contents().size(); content++) {
            addStrings(content, false, strings);
            addStrings(content, true, strings);
            addArrays(content, arrays);
        }
        return new Waste(strings.list(), arrays.list(), sparse(), boxed(), stringBytes, arrayBytes);
    }

    /** The duplicates that waste most, no more than are asked for. */
    private final class Longest {
        private static final Comparator<Duplicate> MOST =
                Comparator.comparingLong(Duplicate::wasted).reversed().thenComparingInt(Duplicate::example);

        private final PriorityQueue<Duplicate> kept = new PriorityQueue<>(MOST.reversed());

        void add(Duplicate duplicate) {
            kept.add(duplicate);
            if (kept.size() > most) {
                kept.remove();
            }
        }

        List<Duplicate> list() {
            return kept.stream().sorted(MOST).toList();
        }
    }

    private void addStrings(int content, boolean wide, Longest longest) {
        int strings = texts.strings(content, wide);
        if (strings < 2) {
            return;
        }
        int example = texts.example(content, wide);
        int array = scan.contents().example(content);
        long wasted = (strings - 1) * dump.sizeOf(example) + (texts.arrays(content, wide) - 1) * dump.sizeOf(array);
        int characters = dump.lengthOf(array) / (wide ? 2 : 1);
        stringBytes += wasted;
        longest.add(new Duplicate(example, "java.lang.String", characters, strings, wasted));
    }

    private void addArrays(int content, Longest longest) {
        int arrays = scan.contents().count(content);
        int array = scan.contents().example(content);
        long wasted = (arrays - 1) * dump.sizeOf(array);
        arrayBytes += wasted;
        boolean ofStrings = texts.arrays(content, false) + texts.arrays(content, true) == arrays;
        if (arrays > 1 && !ofStrings) {
            longest.add(new Duplicate(array, dump.nameOf(array), dump.lengthOf(array), arrays, wasted));
        }
    }

    /** Collections of one class. */
    private static final class Tally {
        private long all;
        private long empty;
        private long sparse;
        private long wasted;
    }

    private List<Sparse> sparse() {
        Map<Integer, Tally> tallies = new HashMap<>();
        for (int number = 0; number < scan.collections().size(); number++) {
            int set = scan.collections().set(number);
            int owner = set == HeapDump.NONE ? scan.collections().object(number) : set;
            count(number, tallies.computeIfAbsent(dump.classOf(owner), _ -> new Tally()));
        }
        var list = new ArrayList<Sparse>();
        tallies.forEach((type, tally) -> {
            if (tally.wasted > 0) {
                var name = dump.classes().get(type).name();
                list.add(new Sparse(name, tally.all, tally.empty, tally.sparse, tally.wasted));
            }
        });
        list.sort(Comparator.comparingLong(Sparse::wasted).reversed().thenComparing(Sparse::className));
        return list.subList(0, Math.min(most, list.size()));
    }

    private void count(int number, Tally tally) {
        var table = scan.collections();
        int array = table.content(number);
        long slots = array < 0 ? 0 : dump.lengthOf(array);
        tally.all++;
        if (isEmpty(number)) {
            int set = table.set(number);
            tally.empty++;
            tally.wasted += dump.sizeOf(table.object(number))
                    + (set == HeapDump.NONE ? 0 : dump.sizeOf(set))
                    + (array < 0 ? 0 : dump.sizeOf(array));
            return;
        }
        boolean dense = table.kind(number).isDense();
        long filled = dense ? Math.max(table.entries(number), table.filled(number)) : table.filled(number);
        if (SPARSE * filled < slots) {
            tally.sparse++;
            tally.wasted += (slots - filled) * slotBytes;
        }
    }

    private boolean isEmpty(int number) {
        var table = scan.collections();
        return table.entries(number) == CollectionTable.UNKNOWN
                ? table.filled(number) == 0 && table.content(number) != CollectionTable.MISSING
                : table.entries(number) == 0;
    }

    private List<Boxed> boxed() {
        var list = new ArrayList<Boxed>();
        scan.boxes().forEach((type, boxes) -> list.add(boxes.total(scan.className(type))));
        list.sort(Comparator.comparingLong(Boxed::bytes).reversed().thenComparing(Boxed::className));
        return list.subList(0, Math.min(most, list.size()));
    }
}
