package io.memcmp.result;

import io.memcmp.analysis.layout.ClassFileException;
import io.memcmp.analysis.layout.Classes;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.analysis.layout.LayoutSubject;
import io.memcmp.analysis.layout.Structures;
import io.memcmp.plan.UserError;
import io.memcmp.result.Layouts.Found;
import io.memcmp.result.Layouts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Computes layouts from class files. */
public final class LayingOut {
    /** A larger structure does not fit into any heap, and its figures not into a long. */
    static final long MOST_ELEMENTS = 1L << 30;

    private static final String ALL = "all";
    private static final List<Long> USUAL_ELEMENTS = List.of(1000L, 1_000_000L);
    private static final int MOST_TYPOS = 2;

    private final LayoutRequest request;
    private final List<LayoutMode> modes;

    private LayingOut(LayoutRequest request) {
        this.request = request;
        this.modes = LayoutModes.of(request.jdk().feature());
    }

    /**
     * {@return the layouts}
     *
     * @param request what is to be laid out
     * @param tool memcmp's version
     * @throws UserError if a class cannot be found or read, or a mode is none of that JDK
     */
    public static Layouts of(LayoutRequest request, String tool) {
        return new LayingOut(request).report(tool);
    }

    private Layouts report(String tool) {
        var shown = shown();
        for (long count : request.elements()) {
            if (count < 0 || count > MOST_ELEMENTS) {
                throw new UserError("not a number of elements: " + count, "take one from 0 to " + MOST_ELEMENTS);
            }
        }
        try (var classes = Classes.open(request.jdk().home(), request.jdk().feature(), request.classPath())) {
            var subjects = new ArrayList<Subject>();
            for (var name : request.names()) {
                subjects.addAll(subjects(name, classes));
            }
            var elements = request.elements().isEmpty() ? USUAL_ELEMENTS : request.elements();
            return new Layouts(tool, request.jdk(), modes, shown, elements, subjects);
        } catch (ClassFileException unreadable) {
            throw new UserError(unreadable.getMessage(), "check --jdk and --class-path", unreadable);
        }
    }

    private List<LayoutMode> shown() {
        var shown = new LinkedHashSet<LayoutMode>();
        for (var id : request.modes()) {
            if (ALL.equals(id)) {
                shown.addAll(modes);
            } else {
                shown.add(LayoutModes.parse(id, request.jdk().feature()).orElseThrow(() -> unknown(id)));
            }
        }
        return shown.isEmpty() ? List.of(LayoutModes.DEFAULT) : List.copyOf(shown);
    }

    private UserError unknown(String id) {
        var known = new ArrayList<>(modes.stream().map(LayoutModes::id).toList());
        known.add(ALL);
        return UserError.unknown("mode of JDK " + request.jdk().feature(), id, known);
    }

    private List<Subject> subjects(String name, Classes classes) {
        try {
            var subject = LayoutSubject.parse(name, classes);
            refuseElementsOfNothing(subject);
            return request.graph()
                    ? graphs(subject, new Structures(classes, request.elementTypes()))
                    : List.of(single(name, subject));
        } catch (ClassFileException unreadable) {
            var advice = classes.advice(name, LayingOut::alike);
            throw new UserError(
                    unreadable.getMessage(),
                    advice.isEmpty()
                            ? "give the full name, with its package, and --class-path for classes of your own"
                            : "did you mean " + String.join(", ", advice) + "?",
                    unreadable);
        }
    }

    private void refuseElementsOfNothing(LayoutSubject subject) {
        int named = request.elementTypes().size();
        int taken = Structures.elementTypes(subject);
        if (request.graph() && named > taken) {
            throw new UserError(
                    "--of names " + named + (named == 1 ? " class, and " : " classes, and ") + subject.name()
                            + (taken == 0 ? " is not known to hold elements" : " takes " + taken),
                    "name the class of the elements of a list, set or array, of a map those of its keys and its values;"
                            + " the manual says which collections are known");
        }
    }

    /** The same letters in other capitals, or a slip or two. */
    private static boolean alike(String typed, String known) {
        return typed.equalsIgnoreCase(known)
                || (Math.abs(typed.length() - known.length()) <= MOST_TYPOS
                        && UserError.distance(typed, known) <= MOST_TYPOS);
    }

    private List<Subject> graphs(LayoutSubject subject, Structures structures) throws ClassFileException {
        var graphs = new ArrayList<Subject>();
        for (var structure : structures.of(subject)) {
            graphs.add(new Subject(
                    structure.name(), kind(subject), source(subject), List.of(), new Found.Graph(structure)));
        }
        return graphs;
    }

    private Subject single(String name, LayoutSubject subject) {
        if (subject instanceof LayoutSubject.OfArray array && array.length().isEmpty()) {
            throw new UserError(
                    "no length: " + name, "say how long the array is, for example " + array.elementType() + "[10]");
        }
        return new Subject(
                subject.name(),
                kind(subject),
                source(subject),
                notes(subject),
                new Found.Single(modes.stream()
                        .map(mode -> subject.layout(mode, request.jdk().feature()))
                        .toList()));
    }

    private static String kind(LayoutSubject subject) {
        return switch (subject) {
            case LayoutSubject.OfClass ofClass ->
                ofClass.described().kind().name().toLowerCase(Locale.ROOT);
            case LayoutSubject.OfArray _ -> "array";
        };
    }

    private static String source(LayoutSubject subject) {
        return switch (subject) {
            case LayoutSubject.OfClass ofClass -> ofClass.described().source();
            case LayoutSubject.OfArray _ -> "";
        };
    }

    private static List<String> notes(LayoutSubject subject) {
        if (!(subject instanceof LayoutSubject.OfClass ofClass)) {
            return List.of();
        }
        var described = ofClass.described();
        var notes = new ArrayList<String>();
        described.withoutInstances().ifPresent(notes::add);
        switch (described.name()) {
            case "java.lang.Class" ->
                notes.add("the static fields of the class that it stands for lie behind these bytes");
            case "jdk.internal.vm.StackChunk" -> notes.add("the frames of a virtual thread lie behind these bytes");
            default -> {} // any other object ends where its class says
        }
        return List.copyOf(notes);
    }
}
