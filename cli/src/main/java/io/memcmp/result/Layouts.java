package io.memcmp.result;

import io.memcmp.analysis.layout.ClassLayout;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.Structure;
import io.memcmp.plan.Jdk;
import java.util.List;
import java.util.Locale;

/**
 * What {@code memcmp layout} computed.
 *
 * @param tool memcmp's version
 * @param jdk whose virtual machine is meant
 * @param modes in which it may lay objects out, its default first
 * @param shown those of them that a page shows field by field
 * @param elements for how many elements structures are counted
 * @param subjects what was asked for, in that order
 */
public record Layouts(
        String tool,
        Jdk jdk,
        List<LayoutMode> modes,
        List<LayoutMode> shown,
        List<Long> elements,
        List<Subject> subjects)
        implements Report {
    /** Copies the lists. */
    public Layouts {
        modes = List.copyOf(modes);
        shown = List.copyOf(shown);
        elements = List.copyOf(elements);
        subjects = List.copyOf(subjects);
    }

    /**
     * One class or array.
     *
     * @param name of it
     * @param kind what it is: class, abstract, record, enum, interface or array
     * @param source the file it was read from; empty for arrays
     * @param notes what the figures leave out
     * @param found its bytes
     */
    public record Subject(String name, String kind, String source, List<String> notes, Found found) {
        /** Copies the list. */
        public Subject {
            notes = List.copyOf(notes);
        }
    }

    /** Where the bytes go. */
    public sealed interface Found {
        /**
         * Of one object.
         *
         * @param layouts one for each mode
         */
        record Single(List<ClassLayout> layouts) implements Found {
            /** Copies the list. */
            public Single {
                layouts = List.copyOf(layouts);
            }
        }

        /**
         * Of all objects of a structure.
         *
         * @param structure what it is made of
         */
        record Graph(Structure structure) implements Found {}
    }

    /**
     * {@return what to call that use of bytes}
     *
     * @param use any
     */
    public static String word(ClassLayout.Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }
}
