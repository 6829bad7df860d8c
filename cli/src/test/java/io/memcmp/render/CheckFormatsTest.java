package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.made.MadeReads;
import io.memcmp.result.CheckedLimit.Status;
import io.memcmp.result.Report;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class CheckFormatsTest {

    @Test
    void everyLimitIsATestCaseAndItsEndIsCounted() throws Exception {
        for (var checked : List.of(MadeReads.checked(), MadeReads.hostileChecked())) {
            var suite = (Element) xml(checked).getElementsByTagName("testsuite").item(0);
            assertEquals(String.valueOf(checked.results().size()), suite.getAttribute("tests"));
            assertEquals(
                    checked.results().size(),
                    suite.getElementsByTagName("testcase").getLength());
            for (var end : List.of("failure", "error", "skipped")) {
                var status = end.equals("failure")
                        ? Status.BROKEN
                        : end.equals("error") ? Status.INCONCLUSIVE : Status.NOT_CHECKED;
                assertEquals(
                        checked.count(status), suite.getElementsByTagName(end).getLength(), end);
            }
        }
    }

    @Test
    void aNameComesThroughXmlAsItIsShownElsewhere() throws Exception {
        var checked = MadeReads.hostileChecked();
        var suite = (Element) xml(checked).getElementsByTagName("testsuite").item(0);
        assertEquals("memcmp check " + Safe.text(checked.report().name()), suite.getAttribute("name"));
    }

    @Test
    void aNameNeitherEndsAWorkflowCommandNorBeginsOne() throws IOException {
        var text = draw(MadeReads.hostileChecked(), OutputFormat.GITHUB);
        var lines = text.lines().toList();
        assertTrue(lines.stream().allMatch(line -> line.matches("::(error|warning|notice) title=[^:,]*::.*")), text);
        var checked = MadeReads.hostileChecked();
        assertEquals(
                checked.count(Status.BROKEN),
                lines.stream().filter(line -> line.startsWith("::error ")).count());
        assertEquals(
                checked.count(Status.INCONCLUSIVE),
                lines.stream().filter(line -> line.startsWith("::warning ")).count());
        assertFalse(text.contains("100 %,"), text);
        assertTrue(IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '%')
                .allMatch(i -> text.substring(i + 1).matches("(?s)(25|0A|0D|3A|2C).*")));
    }

    private static Document xml(Report report) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(draw(report, OutputFormat.JUNIT))));
    }

    private static String draw(Report report, OutputFormat format) throws IOException {
        var text = new StringBuilder();
        format.renderer(Look.PLAIN).render(report, text);
        return text.toString();
    }
}
