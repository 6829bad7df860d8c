package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class of a dump and what there is of it.
 *
 * @param index its place in {@link HeapDump#classes()}
 * @param address of its class object
 * @param name in source form, for example {@code byte[]} or {@code java.util.HashMap$Node}
 * @param superclass its superclass's place; −1 where it has none or it is not in the dump
 * @param loader class of the loader that defined it; empty for the bootstrap loader
 * @param form what its instances consist of
 * @param amounts instances and bytes by how they are reached; all as {@link Reachability#STRONG} is not meant: where
 *     reachability was not asked for, this holds nothing and {@code all} does
 * @param all instances and bytes however reached
 */
public record DumpClass(
        int index,
        long address,
        String name,
        int superclass,
        Optional<String> loader,
        Form form,
        Map<Reachability, Amount> amounts,
        Amount all) {
    /** Copies the map. */
    public DumpClass {
        amounts = Map.copyOf(amounts);
    }

    /**
     * {@return instances and bytes that are reached so}
     *
     * @param how reached
     */
    public Amount amount(Reachability how) {
        return amounts.getOrDefault(how, Amount.NONE);
    }

    /** What instances of a class consist of. */
    public sealed interface Form {
        /**
         * Instances with fields.
         *
         * @param levels kinds of the fields, one list for each class, superclasses first
         * @param bytes shallow size of one; of {@code java.lang.Class}, of one without static fields
         * @param hidden bytes of it that no field of the dump explains: fields that the virtual machine injects
         */
        record Instance(List<List<FieldKind>> levels, long bytes, long hidden) implements Form {
            /** Copies the lists. */
            public Instance {
                levels = levels.stream().map(List::copyOf).toList();
            }
        }

        /**
         * Arrays.
         *
         * @param element kind of the elements
         */
        record Array(FieldKind element) implements Form {}

        /**
         * The dump does not tell: no record of the class itself.
         *
         * @param reason in words
         */
        record Unknown(String reason) implements Form {}
    }
}
