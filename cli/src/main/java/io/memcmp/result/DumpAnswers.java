package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.Reachability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers to what was asked about single classes and objects.
 *
 * @param classes one for each class
 * @param objects one for each object
 * @param paths one for each path
 */
public record DumpAnswers(List<OfClass> classes, List<OfObject> objects, List<OfPath> paths) {
    /** Nothing was asked. */
    public static final DumpAnswers NONE = new DumpAnswers(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public DumpAnswers {
        classes = List.copyOf(classes);
        objects = List.copyOf(objects);
        paths = List.copyOf(paths);
    }

    /**
     * About a class.
     *
     * @param name as it was asked for
     * @param found what there is of it; missing where the dump has no such class
     */
    public record OfClass(String name, Observed<Found> found) {}

    /**
     * A class of the dump, or several of one name by different loaders.
     *
     * @param loaders how many classes have that name
     * @param amounts instances and bytes by how they are reached
     * @param retained bytes that would be free if all its instances were, exactly
     * @param largest instances that retain most
     * @param dominators what dominates its instances directly, by class, most bytes first
     * @param holds what its instances dominate directly, by class, most bytes first
     */
    public record Found(
            int loaders,
            Map<Reachability, Amount> amounts,
            long retained,
            List<DumpObject> largest,
            List<DumpTree.Group> dominators,
            List<DumpTree.Group> holds) {
        /** Copies the collections. */
        public Found {
            amounts = Map.copyOf(amounts);
            largest = List.copyOf(largest);
            dominators = List.copyOf(dominators);
            holds = List.copyOf(holds);
        }

        /**
         * {@return instances and bytes that are reached so}
         *
         * @param how reached
         */
        public Amount amount(Reachability how) {
            return amounts.getOrDefault(how, Amount.NONE);
        }
    }

    /**
     * About an object.
     *
     * @param object which
     * @param reached how
     * @param length elements of an array; −1 of anything else
     * @param dominator what dominates it directly; empty where no single object does
     * @param slots its fields, or its first elements
     * @param holds what it dominates directly, most bytes first
     * @param path from a root; empty where nothing that counts reaches it
     */
    public record OfObject(
            DumpObject object,
            Reachability reached,
            long length,
            Optional<DumpObject> dominator,
            List<Slot> slots,
            List<DumpObject> holds,
            List<DumpStep> path) {
        /** Copies the lists. */
        public OfObject {
            slots = List.copyOf(slots);
            holds = List.copyOf(holds);
            path = List.copyOf(path);
        }
    }

    /**
     * A field or an element.
     *
     * @param name of the field; the index of an element, in brackets
     * @param type {@code int} and so on, or {@code reference}
     * @param value what is in it; missing where contents are not shown
     * @param target the object referred to; empty where it is none of the dump
     */
    public record Slot(String name, String type, Observed<String> value, Optional<DumpObject> target) {}

    /**
     * A path from a root.
     *
     * @param asked the address or the class as it was asked for
     * @param found the path; missing with the reason
     */
    public record OfPath(String asked, Observed<Path> found) {}

    /**
     * A shortest path from a root to an object.
     *
     * @param object where it leads; of a class, that of its instances which retains most
     * @param steps from the root on
     */
    public record Path(DumpObject object, List<DumpStep> steps) {
        /** Copies the list. */
        public Path {
            steps = List.copyOf(steps);
        }
    }
}
