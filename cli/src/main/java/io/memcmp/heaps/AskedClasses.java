package io.memcmp.heaps;

import io.memcmp.plan.UserError;
import io.memcmp.result.DumpOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classes that {@code --class} and {@code --path} ask about, as long as no dump was seen to have them. */
final class AskedClasses {
    private static final int SHOWN = 3;

    /** What is called alike, by the names that were asked for. */
    private final Map<String, Set<String>> missing = new LinkedHashMap<>();

    AskedClasses(DumpOptions.Questions questions) {
        Stream.concat(questions.classes().stream(), questions.paths().stream().filter(path -> !Names.isAddress(path)))
                .forEach(name -> missing.put(name, new LinkedHashSet<>()));
    }

    void lookFor(Reader reader) {
        missing.keySet().removeIf(name -> !reader.classes(name).isEmpty());
        missing.forEach((name, alike) -> alike.addAll(Names.alike(reader, name)));
    }

    /** Refuses to tell of what is nowhere: a slip of the pen looks like a class that keeps nothing. */
    void refuseMissing(int dumps) {
        if (missing.isEmpty()) {
            return;
        }
        var alike = new ArrayList<String>();
        missing.values().forEach(alike::addAll);
        throw new UserError(
                "no class " + String.join(", no class ", missing.keySet()) + " in "
                        + (dumps == 1 ? "this dump" : "any of these " + dumps + " dumps"),
                remedy(alike));
    }

    private static String remedy(Collection<String> alike) {
        return alike.isEmpty()
                ? "write the name as the report does, with its package, a nested class with $; memcmp heap --quick --top"
                        + " 1000 lists classes"
                : "did you mean " + alike.stream().distinct().limit(SHOWN).collect(Collectors.joining(", ")) + "?";
    }
}
