package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The classes of a dump as others see them. */
final class DumpClasses {
    private final ClassTable classes;
    private final ObjectSizes sizes;

    DumpClasses(ClassTable classes, ObjectSizes sizes) {
        this.classes = classes;
        this.sizes = sizes;
    }

    /** What there is of a class. */
    record Amounts(Map<Reachability, Amount> byReach, Amount all) {
        static Amounts of(Map<Reachability, Amount> byReach) {
            return new Amounts(byReach, byReach.values().stream().reduce(Amount.NONE, Amount::plus));
        }
    }

    List<DumpClass> of(LoaderNames loaders, IntFunction<Amounts> amounts) {
        var all = new ArrayList<DumpClass>();
        for (int number = 0; number < classes.size(); number++) {
            var found = amounts.apply(number);
            var record = classes.record(number);
            all.add(new DumpClass(
                    number,
                    record.map(ClassRecord::id).orElse(0L),
                    classes.name(number),
                    record.map(ClassRecord::superclass).map(classes::find).orElse(HeapDump.NONE),
                    record.flatMap(known -> loader(known, loaders)),
                    sizes.form(number),
                    found.byReach(),
                    found.all()));
        }
        return List.copyOf(all);
    }

    private static Optional<String> loader(ClassRecord record, LoaderNames loaders) {
        return record.loader() == 0 ? Optional.empty() : Optional.of(loaders.nameOf(record.loader()));
    }

    /** Knows what class a loader is of. */
    interface LoaderNames {
        String nameOf(long loader);
    }
}
