package io.memcmp.result;

import io.memcmp.plan.Jdk;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be laid out.
 *
 * @param jdk whose virtual machine is meant
 * @param classPath directories and jars
 * @param names classes and arrays as typed
 * @param modes ids of the modes to be shown field by field; empty for the default alone
 * @param graph whether all objects of a structure are meant, and not one object
 * @param elementTypes classes of the elements of structures
 * @param elements for how many elements structures are counted; empty for the usual ones
 */
public record LayoutRequest(
        Jdk jdk,
        List<Path> classPath,
        List<String> names,
        List<String> modes,
        boolean graph,
        List<String> elementTypes,
        List<Long> elements) {
    /** Copies the lists. */
    public LayoutRequest {
        classPath = List.copyOf(classPath);
        names = List.copyOf(names);
        modes = List.copyOf(modes);
        elementTypes = List.copyOf(elementTypes);
        elements = List.copyOf(elements);
    }
}
