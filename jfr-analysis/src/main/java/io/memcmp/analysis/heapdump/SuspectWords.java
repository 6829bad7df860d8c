package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.LeakSuspects.Content;
import io.memcmp.analysis.heapdump.LeakSuspects.Holder;
import io.memcmp.analysis.heapdump.LeakSuspects.Shape;
import io.memcmp.analysis.heapdump.LeakSuspects.Suspect;
import java.util.List;
import java.util.Locale;

/** Says in a sentence what is suspected. */
final class SuspectWords {
    /** Fewer than this are no pile: two large objects in two fields, for example. */
    private static final int A_PILE = 10;

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    private static final String THREAD_LOCALS = "java.lang.ThreadLocal$ThreadLocalMap";

    private SuspectWords() {}

    static String of(Suspect suspect) {
        var how = suspect.holders().size() > 1 ? ", each enough to keep it" : "";
        return "%s %s (%.1f %% of the live heap)%s%s: %s"
                .formatted(
                        who(suspect),
                        size(suspect.retained()),
                        100 * suspect.share(),
                        through(suspect),
                        how,
                        what(suspect));
    }

    private static String who(Suspect suspect) {
        var holders = suspect.holders();
        if (holders.isEmpty()) {
            return "something unknown keeps";
        }
        var names = listed(
                holders.stream().map(holder -> name(holder, suspect, holders)).toList());
        boolean many =
                holders.size() > 1 || (holders.getFirst().kind() == Holder.Kind.THREAD && suspect.instances() > 1);
        return names + (many ? " keep" : " keeps");
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String name(Holder holder, Suspect suspect, List<Holder> all) {
        return switch (holder.kind()) {
            case CLASS -> all.size() > 1 ? holder.name() + field(holder, " (static ", ")") : holder.name();
            case THREAD ->
                suspect.instances() > 1
                        ? count(suspect.instances()) + " threads of " + holder.name()
                        : "a thread, " + holder.name() + ",";
            case LOADER -> "the class loader " + holder.name();
            case OBJECT -> "a " + holder.name();
            case ROOT -> "a root (" + holder.name() + ")";
        };
    }

    private static String field(Holder holder, String before, String after) {
        return holder.field().map(field -> before + field + after).orElse("");
    }

    private static String through(Suspect suspect) {
        if (suspect.holders().size() != 1) {
            return "";
        }
        var holder = suspect.holders().getFirst();
        boolean local = holder.kind() == Holder.Kind.THREAD
                && suspect.path().stream().anyMatch(step -> step.className().equals(THREAD_LOCALS));
        return local ? " through its thread-local variables" : field(holder, " through its static field ", "");
    }

    private static String what(Suspect suspect) {
        var at = suspect.accumulation();
        return switch (at.shape()) {
            case ONE -> inside(suspect, "is ") + "one " + at.name() + " of " + size(at.retained());
            case MANY -> inside(suspect, "") + many(at.contents());
            case CHAIN -> begins(suspect, "a chain of ");
            case TREE -> begins(suspect, "a tree of ");
            case SCATTERED -> scattered(suspect);
        };
    }

    /** The suspect and, where it is another, the object in which it piles up. */
    private static String inside(Suspect suspect, String verb) {
        var at = suspect.accumulation();
        boolean one = at.shape() == Shape.ONE;
        if (suspect.object() == at.object()) {
            return one ? "" : "in " + article(suspect.name()) + " ";
        }
        return one
                ? "in " + article(suspect.name()) + " there " + verb
                : article(suspect.name()) + ", in whose " + at.name() + " ";
    }

    private static String begins(Suspect suspect, String form) {
        var contents = suspect.accumulation().contents();
        var begin =
                suspect.object() == suspect.accumulation().object() ? "" : article(suspect.name()) + ", which holds ";
        return begin + form + amount(contents.getFirst()) + rest(contents);
    }

    /** Many threads are told of as holders already: then it is what they keep that piles up. */
    private static String scattered(Suspect suspect) {
        var contents = suspect.accumulation().contents();
        boolean threads = suspect.holders().stream()
                .anyMatch(holder -> holder.kind() == Holder.Kind.THREAD && holder.object() == suspect.object());
        return threads && contents.size() > 1
                ? amount(contents.get(most(contents))) + " pile up in them"
                : many(contents) + ", not all under one object";
    }

    private static String many(List<Content> contents) {
        return contents.isEmpty()
                ? "many objects of different classes"
                : amount(contents.getFirst())
                        + (contents.getFirst().instances() < A_PILE ? " stand out" : " pile up")
                        + rest(contents);
    }

    /** Of what is inside of what piles up, that which has the most bytes for itself. */
    private static String rest(List<Content> contents) {
        if (contents.size() < 2) {
            return "";
        }
        return ", with " + amount(contents.get(most(contents))) + " in them";
    }

    private static int most(List<Content> contents) {
        int most = contents.size() - 1;
        for (int i = most - 1; i > 0; i--) {
            most = own(contents, i) > own(contents, most) ? i : most;
        }
        return most;
    }

    private static long own(List<Content> contents, int index) {
        return contents.get(index).bytes()
                - (index + 1 < contents.size() ? contents.get(index + 1).bytes() : 0);
    }

    private static String amount(Content content) {
        return count(content.instances()) + " " + content.name() + " of " + size(content.bytes());
    }

    private static String article(String name) {
        return name.startsWith("class ") ? "it" : "one " + name;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Three digits that count, in multiples of 1024. */
    static String size(long bytes) {
        double figure = bytes;
        int unit = 0;
        while (figure >= 999.5 && unit < UNITS.length - 1) {
            figure /= 1024;
            unit++;
        }
        int decimals = unit == 0 || figure >= 99.95 ? 0 : figure >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", figure, UNITS[unit]);
    }
}
