package io.memcmp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.probe.Point;
import io.memcmp.probe.Probe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/** The writing end, the reading end and {@code docs/recording-contract.md} say the same. */
final class ContractTest {

    private static final Pattern EVENT = Pattern.compile("^### (memcmp\\.\\w+)$");
    private static final Pattern ROW = Pattern.compile("^\\| `([\\w-]+)` \\| (\\w+)\\b.*");
    private static final Pattern NAMED = Pattern.compile("\\b((?:memcmp|jdk)\\.[A-Z]\\w+)");
    private static final Pattern READ =
            Pattern.compile("\\b(?:event\\.(number|flag|text)\\(|EventReader\\.(text)\\(event, )\"(\\w+)\"\\)");
    private static final Map<String, Set<String>> READS =
            Map.of("number", Set.of("int", "long"), "flag", Set.of("boolean"), "text", Set.of("String"));
    private static final Pattern DASHED = Pattern.compile("\"([a-z]+-[a-z]+)\"");
    private static final Set<String> OF_EVERY_EVENT = Set.of("startTime", "duration", "eventThread", "stackTrace");

    private final String page =
            Files.readString(SourceTree.root().resolve("docs/recording-contract.md"), StandardCharsets.UTF_8);

    ContractTest() throws IOException {}

    @Test
    void theProbeWritesWhatThePageSays() {
        assertEquals(eventsOfPage(), eventsOfProbe());
    }

    @Test
    void everyEventOfThePageIsRecordedAndNoOther() {
        var recorded = RecordingAnalyzer.requiredEvents().stream()
                .map(RequiredEvent::name)
                .filter(name -> name.startsWith("memcmp."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(eventsOfPage().keySet(), recorded);
    }

    @Test
    void theAnalysisReadsNoFieldThatThePageDoesNotHave() throws IOException {
        var known = eventsOfPage();
        var fieldsRead = 0;
        for (var file : SourceTree.javaFiles("jfr-analysis/src/main/java")) {
            var source = Files.readString(file, StandardCharsets.UTF_8);
            var events =
                    NAMED.matcher(source).results().map(name -> name.group(1)).collect(Collectors.toSet());
            if (events.stream().noneMatch(known::containsKey)) {
                continue;
            }
            var fields = new HashMap<String, Set<String>>();
            events.forEach(event -> fieldsOf(event, known)
                    .forEach((field, type) ->
                            fields.computeIfAbsent(field, _ -> new TreeSet<>()).add(type)));
            for (var read : READ.matcher(source).results().toList()) {
                var types = fields.getOrDefault(read.group(3), Set.of());
                var reads = READS.getOrDefault(read.group(1) == null ? read.group(2) : read.group(1), Set.of());
                assertTrue(
                        types.stream().anyMatch(reads::contains),
                        file.getFileName() + " reads " + read.group() + " of " + events);
                fieldsRead++;
            }
        }
        assertTrue(fieldsRead > 20, "fields read: " + fieldsRead);
    }

    @Test
    void thePointsAreThose() throws IOException {
        var points = rows(page.substring(page.indexOf("## Points"), page.indexOf("## Events")));
        assertEquals(
                Arrays.stream(Point.values()).map(Point::id).toList(),
                points.keySet().stream().toList());
        var read = new TreeSet<String>();
        for (var file : SourceTree.javaFiles("jfr-analysis/src/main/java")) {
            if (file.getName(file.getNameCount() - 2).endsWith("layout")) {
                continue; // reads class files; its modes have names with dashes, too
            }
            DASHED.matcher(Files.readString(file, StandardCharsets.UTF_8))
                    .results()
                    .forEach(name -> read.add(name.group(1)));
        }
        assertFalse(read.isEmpty());
        assertTrue(points.keySet().containsAll(read), "the analysis reads " + read);
    }

    private static Map<String, String> fieldsOf(String event, Map<String, Map<String, String>> known) {
        return known.getOrDefault(
                event,
                FlightRecorder.getFlightRecorder().getEventTypes().stream()
                        .filter(type -> type.getName().equals(event))
                        .findFirst()
                        .map(ContractTest::fields)
                        .orElse(Map.of()));
    }

    private Map<String, Map<String, String>> eventsOfPage() {
        var events = new TreeMap<String, Map<String, String>>();
        for (var section : page.split("(?m)^(?=##)", -1)) {
            var title = EVENT.matcher(section.lines().findFirst().orElse(""));
            if (title.matches()) {
                events.put(title.group(1), rows(section));
            }
        }
        return events;
    }

    private static Map<String, String> rows(String section) {
        var rows = new LinkedHashMap<String, String>();
        section.lines()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::matches)
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static Map<String, Map<String, String>> eventsOfProbe() {
        var events = new TreeMap<String, Map<String, String>>();
        for (var type : new ClassFileImporter().importPackagesOf(Probe.class)) {
            if (type.isAssignableTo(Event.class)) {
                var event = EventType.getEventType(asEvent(type));
                events.put(event.getName(), fields(event));
            }
        }
        return events;
    }

    private static Class<? extends Event> asEvent(JavaClass type) {
        return type.reflect().asSubclass(Event.class);
    }

    private static Map<String, String> fields(EventType event) {
        return event.getFields().stream()
                .filter(field -> !OF_EVERY_EVENT.contains(field.getName()))
                .collect(Collectors.toMap(
                        ValueDescriptor::getName,
                        field -> field.getTypeName().replace("java.lang.", ""),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }
}
