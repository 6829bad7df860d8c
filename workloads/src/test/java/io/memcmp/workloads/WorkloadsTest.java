package io.memcmp.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.probe.Probe;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadsTest {

    @Test
    void everyWorkloadIsInTheList() throws Exception {
        Set<Class<?>> listed = Workloads.ALL.stream().map(Workload::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(workloadClasses()), listed);
    }

    private static Set<Class<?>> workloadClasses() throws IOException {
        Path classes = Path.of("target", "classes", "io", "memcmp", "workloads");
        try (var files = Files.list(classes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> load("io.memcmp.workloads." + name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Workload.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, WorkloadsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    @Test
    void everyWorkloadIsFoundByItsNameAndRunsWithItsDefaults() {
        for (var workload : Workloads.ALL) {
            assertEquals(workload, Workloads.find(workload.id()).orElseThrow());
            workload.check(Map.of());
            assertThrows(BadArgument.class, () -> workload.check(Map.of("no-such", "1")));
            assertFalse(workload.summary().isBlank());
        }
    }

    @Test
    void onlyGivenNamesAreWorkloads() {
        assertTrue(Workloads.find("cache-lek").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "allocation-loop, count=1001 length=10 survive=0.5 live=8,            1001, 10010",
        "allocation-loop, count=1001 length=10 element=int threads=3,         1001, 40040",
        "allocation-loop, count=7 length=1 element=long survive=1 live=0,        7,    56",
        "linked-list,     nodes=1000 traversals=3,                            8000, 20000",
        "linked-list,     nodes=1000 builds=1 traversals=3,                   4000,  4000",
        "cache-leak,      entries=300 value-size=100 lookups=4,               1500, 32400",
        "cyclic-graph,    rounds=5 parents=7 children=3,                       140,   420",
        "cyclic-graph,    rounds=1 parents=1 children=0 keep=none,               1,     0",
    })
    void aSmallRunComesToTheRightResult(String id, String parameters, long operations, long payload) throws Exception {
        var run = run(id, parameters);
        run.measure();
        System.gc();
        var check = run.check();
        var inventory = run.inventory(new Sizes(Probe.current()));
        run.drop();
        assertTrue(check.passed(), check.compared());
        assertEquals(operations, run.operations());
        assertEquals(payload, inventory.payload());
        assertEquals(-1, inventory.allocated(), "nobody here knows the sizes of objects");
    }

    @ParameterizedTest
    @CsvSource({
        "count=1000 survive=0.5 live=100,              100",
        "count=1000 survive=0.05 live=100,              50",
        "count=1000 survive=0 live=100,                  0",
        "count=1000 survive=1 live=100 threads=3,       99",
        "count=999 survive=0.001 live=100,               0",
        "count=1000 survive=0.001 live=100,              1",
    })
    void asManyArraysSurviveAsWasAskedFor(String parameters, long alive) throws Exception {
        var run = run("allocation-loop", parameters);
        run.measure();
        var arrays = run.inventory(new Sizes(Probe.current())).kinds().get(0).node();
        assertEquals(alive, arrays.instances());
    }

    @ParameterizedTest
    @CsvSource({"allocation-loop", "linked-list", "cyclic-graph"})
    void workNotDoneDoesNotPassTheCheck(String id) {
        assertFalse(run(id, "").check().passed());
    }

    private static Run run(String id, String parameters) {
        Map<String, String> values = Arrays.stream(parameters == null ? new String[0] : parameters.split(" ", 0))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var workload = Workloads.find(id).orElseThrow();
        return workload.run(new Arguments(workload.parameters(), values));
    }
}
