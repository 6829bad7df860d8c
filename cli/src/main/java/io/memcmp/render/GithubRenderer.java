package io.memcmp.render;

import io.memcmp.result.CheckedLimit.Status;
import io.memcmp.result.Report;
import java.io.IOException;

/** A check as GitHub's workflow commands: an annotation for each limit that does not hold, and one for the whole. */
final class GithubRenderer implements Renderer {
    @Override
    public void render(Report report, Appendable out) throws IOException {
        if (!(report instanceof Report.Checked checked)) {
            throw new IllegalArgumentException("no check: " + report.getClass());
        }
        var words = new CheckWords(checked);
        for (var result : checked.results()) {
            if (result.status() == Status.BROKEN || result.status() == Status.INCONCLUSIVE) {
                out.append(command(
                        result.status() == Status.BROKEN ? "error" : "warning",
                        "memcmp: " + words.expected(result),
                        words.sentence(result)));
            }
        }
        for (var warning : checked.warnings()) {
            out.append(command("notice", "memcmp", warning));
        }
        out.append(command("notice", "memcmp check " + checked.report().name(), CheckWords.tally(checked)));
    }

    /** A name may hold what would end the command, or begin another. */
    private static String command(String level, String title, String message) {
        return "::" + level + " title=" + property(title) + "::" + data(message) + "\n";
    }

    private static String data(String text) {
        return Safe.text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
