package io.memcmp.analysis.layout;

import io.memcmp.analysis.layout.Piece.Amount;
import io.memcmp.analysis.layout.Piece.Arrays;
import io.memcmp.analysis.layout.Piece.Length;
import io.memcmp.analysis.layout.Piece.Objects;
import io.memcmp.analysis.layout.Piece.Other;
import java.util.ArrayList;
import java.util.List;

/** Of what the collections of the JDK, strings, arrays and plain objects are made. */
public final class Structures {
    private static final String OBJECT = "java.lang.Object";
    private static final String MAP = "java.util.HashMap";
    private static final String NO_TREES =
            "no bin is so full that it becomes a tree; keySet, values and entrySet were" + " not asked for";
    private static final String SHARED_VALUE = "all entries share one value, an Object, which is counted once";

    private final Classes classes;
    private final List<String> elementTypes;

    /**
     * A description of structures.
     *
     * @param classes where classes are found
     * @param elementTypes classes of the elements, of a map those of its keys and its values; what is not named is not
     *     counted
     */
    public Structures(Classes classes, List<String> elementTypes) {
        this.classes = classes;
        this.elementTypes = List.copyOf(elementTypes);
    }

    /**
     * {@return of how many kinds of elements classes may be named: 2 of a map, 0 of what holds none that are known}
     *
     * @param subject what holds them
     */
    public static int elementTypes(LayoutSubject subject) {
        return switch (subject) {
            case LayoutSubject.OfArray array -> elements(array).size();
            case LayoutSubject.OfClass ofClass -> elements(ofClass.name()).size();
        };
    }

    /** What the elements of an array are in words. */
    private static List<String> elements(LayoutSubject.OfArray array) {
        return array.element() == FieldKind.REF ? List.of("element") : List.of();
    }

    /** What an instance of a class holds, in words; of classes that are not known to hold anything, nothing. */
    private static List<String> elements(String className) {
        return switch (className) {
            case "java.util.ArrayList", "java.util.ArrayDeque", "java.util.LinkedList", "java.util.HashSet" ->
                List.of("element");
            case "java.util.Optional" -> List.of("value");
            case MAP, "java.util.LinkedHashMap", "java.util.TreeMap", "java.util.concurrent.ConcurrentHashMap" ->
                List.of("key", "value");
            default -> List.of(); // taken for a plain object
        };
    }

    /**
     * {@return what it is made of; of a string one description for each of its encodings}
     *
     * @param subject a class or an array
     * @throws ClassFileException if a class that it is made of cannot be found or read
     */
    public List<Structure> of(LayoutSubject subject) throws ClassFileException {
        return switch (subject) {
            case LayoutSubject.OfClass ofClass -> ofClass(ofClass);
            case LayoutSubject.OfArray array -> List.of(array(array));
        };
    }

    private List<Structure> ofClass(LayoutSubject.OfClass subject) throws ClassFileException {
        var own = new Objects(subject.hierarchy(), Amount.ONE, false);
        return switch (subject.name()) {
            case "java.util.ArrayList" -> List.of(list(own, Growth.ARRAY_LIST));
            case "java.util.ArrayDeque" -> List.of(list(own, Growth.ARRAY_DEQUE));
            case "java.util.LinkedList" -> List.of(chained(own, "java.util.LinkedList$Node", "element", List.of()));
            case "java.util.TreeMap" ->
                List.of(chained(
                        own,
                        "java.util.TreeMap$Entry",
                        "entry",
                        List.of("keySet, entrySet and descendingMap were not asked for")));
            case MAP -> List.of(hashed(own, MAP + "$Node", Growth.HASH_TABLE));
            case "java.util.LinkedHashMap" -> List.of(hashed(own, "java.util.LinkedHashMap$Entry", Growth.HASH_TABLE));
            case "java.util.concurrent.ConcurrentHashMap" ->
                List.of(hashed(own, "java.util.concurrent.ConcurrentHashMap$Node", Growth.CONCURRENT_TABLE));
            case "java.util.HashSet" -> List.of(hashSet(own));
            case "java.util.Optional" -> List.of(optional(subject.hierarchy()));
            case "java.lang.String" -> strings(subject.hierarchy());
            default -> List.of(plain(subject)); // of any other class: the object itself
        };
    }

    private Structure list(Objects own, Length length) throws ClassFileException {
        var pieces = new ArrayList<Piece>();
        pieces.add(own);
        pieces.add(new Arrays(OBJECT, FieldKind.REF, length, Amount.ONE));
        pieces.addAll(elementsOf(own));
        return structure(own, "element", pieces, List.of());
    }

    private Structure chained(Objects own, String node, String element, List<String> rules) throws ClassFileException {
        var pieces = new ArrayList<Piece>();
        pieces.add(own);
        pieces.add(objects(node, Amount.PER_ELEMENT));
        pieces.addAll(elementsOf(own));
        return structure(own, element, pieces, rules);
    }

    private Structure hashed(Objects own, String node, Length table) throws ClassFileException {
        var pieces = new ArrayList<Piece>();
        pieces.add(own);
        pieces.add(new Arrays(node, FieldKind.REF, table, Amount.ONE_IF_ANY));
        pieces.add(objects(node, Amount.PER_ELEMENT));
        pieces.addAll(elementsOf(own));
        return structure(own, "entry", pieces, List.of(NO_TREES));
    }

    private Structure hashSet(Objects own) throws ClassFileException {
        var pieces = new ArrayList<Piece>();
        pieces.add(own);
        pieces.add(objects(MAP, Amount.ONE));
        pieces.add(new Arrays(MAP + "$Node", FieldKind.REF, Growth.HASH_TABLE, Amount.ONE_IF_ANY));
        pieces.add(objects(MAP + "$Node", Amount.PER_ELEMENT));
        pieces.add(objects(OBJECT, Amount.ONE_IF_ANY));
        pieces.addAll(elementsOf(own));
        return structure(own, "element", pieces, List.of(NO_TREES, SHARED_VALUE));
    }

    private Structure optional(List<ClassDescription> hierarchy) throws ClassFileException {
        var own = new Objects(hierarchy, Amount.PER_ELEMENT, false);
        var pieces = new ArrayList<Piece>();
        pieces.add(own);
        pieces.addAll(elementsOf(own));
        return structure(own, "object", pieces, List.of("n objects, each with a value"));
    }

    private List<Structure> strings(List<ClassDescription> hierarchy) {
        var own = new Objects(hierarchy, Amount.ONE, false);
        var rules = List.of("one string of n characters that shares its array with no other");
        var narrow = new Arrays("byte", FieldKind.BYTE, Length.N, Amount.ONE);
        var wide = new Arrays("byte", FieldKind.BYTE, new Length("2n", "", n -> 2 * n), Amount.ONE);
        return List.of(
                new Structure("java.lang.String, Latin-1", "character", List.of(own, narrow), rules),
                new Structure("java.lang.String, UTF-16", "character", List.of(own, wide), rules));
    }

    private Structure array(LayoutSubject.OfArray subject) throws ClassFileException {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Arrays(subject.elementType(), subject.element(), Length.N, Amount.ONE));
        pieces.addAll(counted(elements(subject)));
        return new Structure(subject.elementType() + "[]", "element", pieces, List.of());
    }

    /** Boxed numbers, records, classes of the user's own: their primitive fields are the payload. */
    private Structure plain(LayoutSubject.OfClass subject) {
        var own = new Objects(subject.hierarchy(), Amount.PER_ELEMENT, true);
        var pieces = new ArrayList<Piece>();
        pieces.add(own);
        for (var level : subject.hierarchy()) {
            level.fields().stream()
                    .filter(field -> field.kind() == FieldKind.REF && !field.injected())
                    .forEach(field -> pieces.add(new Other(field.name(), Amount.PER_ELEMENT)));
        }
        var rules = subject.described().withoutInstances().map(List::of).orElse(List.of());
        return structure(own, "object", pieces, rules);
    }

    private Objects objects(String name, Amount amount) throws ClassFileException {
        return new Objects(classes.hierarchy(name), amount, false);
    }

    private List<Piece> elementsOf(Objects own) throws ClassFileException {
        return counted(elements(own.hierarchy().getLast().name()));
    }

    /** What is put in: by its class where the user named one, else by name alone. */
    private List<Piece> counted(List<String> names) throws ClassFileException {
        var pieces = new ArrayList<Piece>();
        for (int number = 0; number < names.size(); number++) {
            var name = names.get(number);
            if (number >= elementTypes.size()) {
                pieces.add(new Other(name, Amount.PER_ELEMENT));
                continue;
            }
            var hierarchy = classes.hierarchy(elementTypes.get(number));
            pieces.add(new Objects(hierarchy, Amount.PER_ELEMENT, true));
            for (var level : hierarchy) {
                level.fields().stream()
                        .filter(field -> field.kind() == FieldKind.REF && !field.injected())
                        .forEach(field -> pieces.add(new Other(name + "." + field.name(), Amount.PER_ELEMENT)));
            }
        }
        return pieces;
    }

    private static Structure structure(Objects own, String element, List<Piece> pieces, List<String> rules) {
        return new Structure(own.hierarchy().getLast().name(), element, pieces, rules);
    }
}
