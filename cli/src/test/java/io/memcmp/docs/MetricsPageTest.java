package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsPageTest {
    private static final String PAGE = Pages.read("docs/metrics.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (.+)$");
    private static final List<String> PARTS = List.of("Is", "From", "Speaks of", "Is not", "Absent", "Checked");

    static List<Metric> metrics() {
        return Metrics.ALL;
    }

    @Test
    void everyMetricIsDefinedOnceInTheOrderOfTheListAndNothingElseIs() {
        assertEquals(
                Metrics.ids(),
                HEADING.matcher(PAGE).results().map(match -> match.group(1)).toList());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void itsUnitFamilyAndDirectionAreThoseOfTheTool(Metric metric) {
        var better = metric.better().name().toLowerCase(Locale.ROOT);
        assertEquals(
                "%s · %s · %s is better"
                        .formatted(
                                metric.unit().symbol(), metric.family().name().toLowerCase(Locale.ROOT), better),
                section(metric)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse(""));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void itIsDefinedInFull(Metric metric) {
        var parts = Pattern.compile("(?m)^- \\*\\*(.+?)\\*\\*: \\S").matcher(section(metric));
        assertEquals(PARTS, parts.results().map(part -> part.group(1)).toList(), metric.id());
    }

    @Test
    void theEventsItNamesAreRecorded() {
        var recorded = io.memcmp.analysis.RecordingAnalyzer.requiredEvents().stream()
                .map(event -> event.name())
                .toList();
        var unused = List.of("jdk.SafepointStateSynchronization", "jdk.GCCPUTime", "jdk.ThreadAllocationStatistics");
        var madeDoWith = List.of("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB");
        Pattern.compile("`((?:jdk|memcmp)\\.[A-Z]\\w+)`")
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .filter(event -> !unused.contains(event) && !madeDoWith.contains(event))
                .forEach(event -> assertTrue(recorded.contains(event), event));
    }

    @Test
    void itsLinksLeadSomewhere() {
        var anchors =
                HEADING.matcher(PAGE).results().map(MetricsPageTest::anchor).toList();
        Pattern.compile("\\]\\(#(.+?)\\)")
                .matcher(PAGE)
                .results()
                .forEach(link -> assertTrue(anchors.contains(link.group(1)), link.group(1)));
    }

    /** As GitHub makes them: small letters, digits, underscores and hyphens stay. */
    private static String anchor(MatchResult heading) {
        return heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
    }

    private static String section(Metric metric) {
        return Arrays.stream(PAGE.split("(?m)^##+ ", -1))
                .filter(section -> section.startsWith(metric.id() + "\n"))
                .map(section -> section.substring(metric.id().length()))
                .findFirst()
                .orElse("");
    }
}
