package io.memcmp.render;

import io.memcmp.plan.UserError;
import io.memcmp.result.ReportJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A format that a report can be written in. */
public enum OutputFormat {
    /** For reading in a terminal. */
    TEXT("for reading, 80 columns"),
    /** For pull requests and documents. */
    MARKDOWN("tables for pull requests and documents"),
    /** For spreadsheets: one line for each cell and metric. */
    CSV("one line for each cell and metric, for spreadsheets"),
    /** Everything, for programs. */
    JSON("everything, for programs; see memcmp schema"),
    /** For CI servers: checks alone. */
    JUNIT("JUnit XML for CI servers, of memcmp check alone"),
    /** For GitHub's workflows: checks alone. */
    GITHUB("annotations and step summary of a GitHub workflow, of memcmp check alone");

    private final String summary;

    OutputFormat(String summary) {
        this.summary = summary;
    }

    /** {@return its name on the command line} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what it is for} */
    public String summary() {
        return summary;
    }

    /** {@return the names of all formats} */
    public static List<String> ids() {
        return Arrays.stream(values()).map(OutputFormat::id).toList();
    }

    /**
     * {@return the format of that name}
     *
     * @param id as typed
     */
    public static OutputFormat parse(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> UserError.unknown("format", id, ids()));
    }

    /** {@return whether it can hold the result of a check alone} */
    public boolean ofChecksAlone() {
        return this == JUNIT || this == GITHUB;
    }

    /**
     * {@return what writes it}
     *
     * @param look for text
     */
    public Renderer renderer(Look look) {
        return switch (this) {
            case TEXT -> new TextRenderer(look);
            case MARKDOWN -> new MarkdownRenderer(look.details());
            case CSV -> new CsvRenderer();
            case JSON -> (report, out) -> out.append(ReportJson.document(report));
            case JUNIT -> new JUnitRenderer();
            case GITHUB -> new GithubRenderer();
        };
    }
}
