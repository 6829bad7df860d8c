package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.Waste;
import io.memcmp.analysis.heapdump.Waste.Duplicate;
import io.memcmp.result.DumpWaste;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Wasted bytes as reports show them. */
final class Wastes {
    private Wastes() {}

    static DumpWaste of(Reader reader, Values values, int top) throws IOException {
        var waste = Waste.of(reader.dump(), top);
        return new DumpWaste(
                waste.duplicateStringBytes(),
                waste.duplicateArrayBytes(),
                duplicates(waste.strings(), reader, values),
                duplicates(waste.arrays(), reader, values),
                waste.collections(),
                waste.boxed());
    }

    private static List<DumpWaste.Duplicate> duplicates(List<Duplicate> equal, Reader reader, Values values)
            throws IOException {
        var texts = values.inOrder(equal.stream().map(Duplicate::example).toList());
        var shown = new ArrayList<DumpWaste.Duplicate>();
        for (int i = 0; i < equal.size(); i++) {
            var each = equal.get(i);
            shown.add(new DumpWaste.Duplicate(
                    each.className(),
                    reader.dump().addressOf(each.example()),
                    each.length(),
                    each.instances(),
                    each.wasted(),
                    texts.get(i)));
        }
        return shown;
    }
}
