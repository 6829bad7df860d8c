package io.memcmp.agreement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jol.info.GraphLayout;

/** Runs in the JVM under test, so it must be Java 17: builds structures of so many elements and asks JOL what they take. */
final class GraphMain {
    /** Smaller numbers come out of a cache that all share. */
    private static final int FIRST = 100_000;

    private GraphMain() {}

    /** Lines in: {@code STRUCTURE N}; out: the same and the bytes. */
    public static void main(String[] args) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String question : Files.readAllLines(Path.of(args[0]))) {
            int blank = question.lastIndexOf(' ');
            Object built = build(question.substring(0, blank), Integer.parseInt(question.substring(blank + 1)));
            answers.add(question + "\t" + GraphLayout.parseInstance(built).totalSize());
        }
        Files.write(Path.of(args[1]), answers);
    }

    @SuppressWarnings("JdkObsolete") // a LinkedList is what is measured
    private static Object build(String structure, int elements) {
        return switch (structure) {
            case "java.util.ArrayList" -> filled(new ArrayList<>(), elements);
            case "java.util.ArrayDeque" -> filled(new ArrayDeque<>(), elements);
            case "java.util.LinkedList" -> filled(new LinkedList<>(), elements);
            case "java.util.HashSet" -> filled(new HashSet<>(), elements);
            case "java.util.HashMap" -> filled(new HashMap<>(), elements);
            case "java.util.LinkedHashMap" -> filled(new LinkedHashMap<>(), elements);
            case "java.util.TreeMap" -> filled(new TreeMap<>(), elements);
            case "java.util.concurrent.ConcurrentHashMap" -> filled(new ConcurrentHashMap<>(), elements);
            case "java.util.Optional" -> Optional.of(FIRST);
            case "java.lang.Integer" -> Integer.valueOf(FIRST);
            case "java.lang.Double" -> Double.valueOf(elements);
            case "java.lang.String, Latin-1" -> "x".repeat(elements);
            case "java.lang.String, UTF-16" -> "\u20ac".repeat(elements);
            case "long[]" -> new long[elements];
            case "java.lang.Integer[]" -> integers(elements);
            default -> throw new IllegalArgumentException(structure); // only this test asks
        };
    }

    private static Integer[] integers(int elements) {
        Integer[] array = new Integer[elements];
        for (int number = 0; number < elements; number++) {
            array[number] = FIRST + number;
        }
        return array;
    }

    private static Object filled(Collection<Integer> collection, int elements) {
        for (int number = 0; number < elements; number++) {
            collection.add(FIRST + number);
        }
        return collection;
    }

    private static Object filled(Map<Integer, Integer> map, int elements) {
        for (int number = 0; number < elements; number++) {
            map.put(FIRST + number, FIRST - 1 - number);
        }
        return map;
    }
}
