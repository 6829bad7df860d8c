package io.memcmp.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.memcmp.plan.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads reports back. What it does not know it ignores; what it cannot use it refuses in words. */
public final class ReportReader {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern SCHEMA = Pattern.compile("memcmp/([a-z_-]{1,40})/(\\d{1,9})");
    private static final String READS = "memcmp/run/1 and memcmp/recording/1";
    private static final String REPORT = "report.json";
    private static final String JOURNAL = "trials.ndjson";
    private static final String SETTINGS = "settings.jfc";

    private ReportReader() {}

    /**
     * {@return whether a directory is one that {@code memcmp run} left}
     *
     * @param directory any
     */
    public static boolean isRun(Path directory) {
        return Files.exists(directory.resolve(REPORT)) || Files.exists(directory.resolve(JOURNAL));
    }

    /**
     * {@return whether a file is the journal of a run}
     *
     * @param file any
     */
    public static boolean isJournal(Path file) {
        return file.toString().endsWith(".ndjson");
    }

    /**
     * {@return what will be read of a run directory}
     *
     * @param directory of the run
     */
    public static List<Path> filesOf(Path directory) {
        return List.of(directory.resolve(REPORT), directory.resolve(JOURNAL));
    }

    /**
     * {@return the report in a run directory; where the run never came to write one, the trials it had finished}
     *
     * @param name what the user called it
     * @param directory of the run
     */
    public static ReadReport directory(String name, Path directory) {
        var report = directory.resolve(REPORT);
        var read = Files.exists(report)
                ? document(name, Texts.of(report))
                : JournalDocument.read(name, Texts.of(directory.resolve(JOURNAL)));
        return read.recordedWith(settings(directory));
    }

    /**
     * {@return the report in a file}
     *
     * @param name what the user called it
     * @param file holds JSON
     */
    public static ReadReport file(String name, Path file) {
        var text = Texts.of(file);
        var read = isJournal(file) ? JournalDocument.read(name, text) : document(name, text);
        var beside = file.toAbsolutePath().getParent();
        return beside != null && isRun(beside) ? read.recordedWith(settings(beside)) : read;
    }

    /**
     * {@return the report in a stream}
     *
     * @param name what to call it
     * @param stream holds JSON
     */
    public static ReadReport stream(String name, InputStream stream) {
        return document(name, Texts.of(name, stream));
    }

    /**
     * {@return the report in a text}
     *
     * @param name what to call it
     * @param json the document
     */
    public static ReadReport document(String name, String json) {
        var root = new JsonPlace(name, "", tree(name, json));
        var schema = root.maybe("schema")
                .filter(field -> field.node().isTextual())
                .map(field -> SCHEMA.matcher(field.text()))
                .filter(java.util.regex.Matcher::matches)
                .orElseThrow(() -> new UserError(
                        name + " is no report of memcmp's: it does not begin with its schema",
                        "it reads " + READS + ", run directories and JFR recordings"));
        return switch (schema.group()) {
            case "memcmp/run/1" -> RunDocument.read(root);
            case "memcmp/recording/1" -> RecordingDocument.read(root);
            default ->
                throw unread(root, schema.group(), schema.group(1)); // other documents of memcmp's, and later ones
        };
    }

    private static UserError unread(JsonPlace root, String schema, String kind) {
        var writer = root.maybe("tool_version")
                .filter(field -> field.node().isTextual())
                .map(field -> "; memcmp " + field.text() + " wrote it")
                .orElse("");
        return kind.equals("run") || kind.equals("recording")
                ? new UserError(
                        root.document() + " is " + schema + ", which this memcmp does not read",
                        "it reads " + READS + writer)
                : new UserError(root.document() + " is " + schema + ", which holds no trials", "it reads " + READS);
    }

    static String text(Path file) {
        return Texts.of(file);
    }

    static JsonNode tree(String name, String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation() == null
                    ? ""
                    : ", line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr();
            throw new UserError(
                    name + " is no JSON that can be read: "
                            + broken.getOriginalMessage().lines().findFirst().orElse("") + at,
                    "name a report as memcmp run or memcmp analyze writes it with --json FILE",
                    broken);
        } catch (OutOfMemoryError tooLarge) {
            throw new UserError(
                    name + " needs more memory than there is to read it",
                    "set more in the variable MEMCMP_JAVA_OPTIONS, for example -Xmx2g",
                    tooLarge);
        }
    }

    private static Optional<String> settings(Path directory) {
        var file = directory.resolve(SETTINGS);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return Optional.of(HexFormat.of().formatHex(digest));
        } catch (IOException _) {
            return Optional.empty(); // nothing tells then
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Texts of files and streams, which may be gone, unreadable, or no text. */
    private static final class Texts {
        /** Of text; the tree of it takes some ten times as much. */
        private static final int MOST = 1 << 28;

        private Texts() {}

        static String of(Path file) {
            try {
                return of(file.toString(), Files.newInputStream(file));
            } catch (IOException unreadable) {
                throw unreadable(file.toString(), unreadable);
            }
        }

        static String of(String name, InputStream stream) {
            try (stream) {
                var bytes = stream.readNBytes(MOST + 1);
                if (bytes.length > MOST) {
                    throw new UserError(name + " is too large for a report", "name one that memcmp wrote");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw unreadable(name, unreadable);
            }
        }

        private static UserError unreadable(String name, IOException problem) {
            var reason = problem instanceof java.nio.file.AccessDeniedException
                    ? "permission denied"
                    : String.valueOf(problem.getMessage());
            return new UserError("cannot read " + name + ": " + reason, "name a file that you may read", problem);
        }
    }
}
