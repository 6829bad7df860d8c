package io.memcmp.analysis.heapdump;

import java.util.Arrays;
import java.util.Set;

/**
 * Which classes live as long as the virtual machine: those of the bootstrap, the platform and the application loader, which
 * HotSpot never unloads, hidden ones excepted. They are roots. The dump's own roots have only the bootstrap loader's, and of
 * those not the arrays of primitives.
 */
final class PermanentClasses {
    private static final Set<String> LOADERS = Set.of(
            "jdk.internal.loader.ClassLoaders$PlatformClassLoader",
            "jdk.internal.loader.ClassLoaders$AppClassLoader",
            "sun.misc.Launcher$ExtClassLoader",
            "sun.misc.Launcher$AppClassLoader");

    private final int[] unloadable; // by class: its object, or none

    private PermanentClasses(int[] unloadable) {
        this.unloadable = unloadable;
    }

    /**
     * {@return them}
     *
     * @param loaders identifiers of the platform and the application loader
     */
    static PermanentClasses of(ClassTable classes, ObjectIndex index, Set<Long> loaders) {
        var unloadable = new int[classes.size()];
        Arrays.fill(unloadable, ObjectIndex.ABSENT);
        for (int number = 0; number < unloadable.length; number++) {
            var record = classes.record(number);
            if (record.isPresent() && !isPermanent(record.get(), classes.name(number), loaders)) {
                unloadable[number] = index.numberOf(record.get().id());
            }
        }
        return new PermanentClasses(unloadable);
    }

    private static boolean isPermanent(ClassRecord record, String name, Set<Long> loaders) {
        return !isHidden(name) && (record.loader() == 0 || loaders.contains(record.loader()));
    }

    /** {@return whether the loaders of that class are the platform's or the application's} */
    static boolean isLoader(String className) {
        return LOADERS.contains(className);
    }

    /** {@return whether it is the name of a hidden class, {@code Main$$Lambda/0x00007f…} or {@code Main$$Lambda+0x…}} */
    static boolean isHidden(String name) {
        return name.contains("/0x") || name.contains("+0x");
    }

    /** {@return the object of a class that may be unloaded; −1 of others} */
    int unloadable(int ofClass) {
        return ofClass < unloadable.length ? unloadable[ofClass] : ObjectIndex.ABSENT;
    }

    boolean isPermanent(int ofClass) {
        return unloadable(ofClass) < 0;
    }
}
