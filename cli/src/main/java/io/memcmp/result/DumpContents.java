package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpFacts;
import io.memcmp.analysis.heapdump.Reachability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a heap dump.
 *
 * @param facts about the file and the objects in it
 * @param needsBytes memory that reading it took, as it was foretold
 * @param all every object in it
 * @param totals by how objects are reached
 * @param classCount how many classes have instances
 * @param classes those with most bytes
 * @param tree who dominates whom, those that retain most
 * @param suspects what holds an unusual share
 * @param waste bytes that the program could do without
 * @param answers to what was asked about single classes and objects
 */
public record DumpContents(
        DumpFacts facts,
        Observed<Long> needsBytes,
        Amount all,
        Observed<Totals> totals,
        long classCount,
        List<OfClass> classes,
        Observed<DumpTree> tree,
        Observed<List<DumpSuspect>> suspects,
        Observed<DumpWaste> waste,
        DumpAnswers answers) {
    /** Copies the list. */
    public DumpContents {
        classes = List.copyOf(classes);
    }

    /**
     * Objects by how they are reached.
     *
     * @param live by the references that count
     * @param weakOnly only through the referent of a soft, weak, phantom or final reference
     * @param unreachable not at all
     */
    public record Totals(Amount live, Amount weakOnly, Amount unreachable) {
        /** {@return all of them} */
        public Amount all() {
            return live.plus(weakOnly).plus(unreachable);
        }
    }

    /**
     * A class and what there is of it.
     *
     * @param name in source form
     * @param loader class of the loader that defined it; empty for the bootstrap loader
     * @param all instances and their shallow bytes, however reached
     * @param amounts the same by how they are reached; empty where that was not asked
     * @param share of the bytes of all objects, from 0 to 1
     * @param retained what its instances retain, at least
     */
    public record OfClass(
            String name,
            Optional<String> loader,
            Amount all,
            Map<Reachability, Amount> amounts,
            double share,
            Observed<Retained> retained) {
        /** Copies the map. */
        public OfClass {
            amounts = Map.copyOf(amounts);
        }
    }

    /**
     * Bytes that would be free if something were.
     *
     * @param bytes so many
     * @param exact whether it is that, and not only at least that
     */
    public record Retained(long bytes, boolean exact) {}
}
