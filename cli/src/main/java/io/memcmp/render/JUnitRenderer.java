package io.memcmp.render;

import io.memcmp.result.CheckedLimit;
import io.memcmp.result.CheckedLimit.Status;
import io.memcmp.result.Report;
import java.io.IOException;
import java.util.stream.Collectors;

/** A check as JUnit's XML, which every CI server shows: a limit is a test case, inconclusive is an error and no failure. */
final class JUnitRenderer implements Renderer {
    @Override
    public void render(Report report, Appendable out) throws IOException {
        if (!(report instanceof Report.Checked checked)) {
            throw new IllegalArgumentException("no check: " + report.getClass());
        }
        var words = new CheckWords(checked);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                "<testsuites>\n  <testsuite name=%s tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" timestamp=%s>\n"
                        .formatted(
                                quoted("memcmp check " + checked.report().name()),
                                checked.results().size(),
                                checked.count(Status.BROKEN),
                                checked.count(Status.INCONCLUSIVE),
                                checked.count(Status.NOT_CHECKED),
                                quoted(checked.created().toString())));
        for (var result : checked.results()) {
            out.append("    <testcase classname=%s name=%s"
                    .formatted(quoted(CheckWords.cell(result.point())), quoted(words.expected(result))));
            var inside = outcome(result, words);
            out.append(inside.isEmpty() ? "/>\n" : ">\n      " + inside + "\n    </testcase>\n");
        }
        var notes = checked.warnings().stream().map(Safe::text).collect(Collectors.joining("\n"));
        if (!notes.isEmpty()) {
            out.append("    <system-out>").append(escaped(notes)).append("</system-out>\n");
        }
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private static String outcome(CheckedLimit result, CheckWords words) {
        var message = quoted(words.sentence(result));
        return switch (result.status()) {
            case HOLDS -> "";
            case BROKEN -> "<failure type=\"broken\" message=" + message + "/>";
            case INCONCLUSIVE -> "<error type=\"inconclusive\" message=" + message + "/>";
            case NOT_CHECKED -> "<skipped message=" + message + "/>";
        };
    }

    private static String quoted(String text) {
        return '"' + escaped(Safe.text(text)) + '"';
    }

    /** What XML 1.0 cannot hold at all, escaped or not, {@link Safe} or the last line has taken out. */
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                default -> // every other character stands for itself
                    escaped.appendCodePoint(point == 0xfffe || point == 0xffff ? 0xfffd : point);
            }
        });
        return escaped.toString();
    }
}
