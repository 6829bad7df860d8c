package io.memcmp.render;

import io.memcmp.plan.UserError;
import io.memcmp.result.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The page that GitHub shows for a step of a workflow: Markdown, behind what other commands of the step wrote. */
public final class StepSummary {
    /** Names its file. */
    public static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /**
     * Appends the report.
     *
     * @param report any
     * @param file the summary's
     */
    public static void append(Report report, Path file) {
        try {
            var text = new StringBuilder();
            OutputFormat.MARKDOWN.renderer(Look.PLAIN).render(report, text);
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw new UserError(
                    "cannot write " + file + ", which " + VARIABLE + " names: " + refused.getMessage(),
                    "name a file that can be written, or unset the variable",
                    refused);
        }
    }
}
