package io.memcmp.result;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Recordings of one program, collector, JDK and heap are trials of one cell. */
final class RecordingDocument {
    /** The version line of a virtual machine holds it in brackets, and much else. */
    private static final Pattern VERSION = Pattern.compile("\\((\\d[^()\\s]*)\\)");

    private static final String WORKLOAD_MAIN = "WorkloadMain";

    private final JsonPlace root;
    private final Map<CellKey, List<TrialFigures>> cells = new LinkedHashMap<>();
    private final Map<CellKey, String> works = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final StringBuilder identity = new StringBuilder("recordings");

    private RecordingDocument(JsonPlace root) {
        this.root = root;
    }

    static ReadReport read(JsonPlace root) {
        return new RecordingDocument(root).read();
    }

    private ReadReport read() {
        var strange = RunDocument.strangeUnits(root);
        for (var recording : root.at("recordings").elements()) {
            if (recording.at("status").text().equals("read")) {
                recording(recording, strange);
            } else {
                remarks.add(recording.at("name").text() + " was left out: "
                        + recording.at("reason").text());
            }
        }
        if (cells.isEmpty()) {
            throw new UserError(root.document() + " holds no recording that could be read", "name another report");
        }
        return new ReadReport(
                root.document(),
                root.document(),
                ReadReport.Kind.RECORDINGS,
                root.at("tool_version").text(),
                "",
                identity.toString(),
                new TreeMap<>(),
                Optional.empty(),
                0,
                false,
                cells.entrySet().stream()
                        .map(cell -> new ReadCell(
                                new CellFigures(cell.getKey(), cell.getValue()),
                                works.getOrDefault(cell.getKey(), ""),
                                0))
                        .toList(),
                List.of(),
                remarks);
    }

    private void recording(JsonPlace recording, Map<String, String> strange) {
        identity.append('\n')
                .append(recording.at("name").text())
                .append(' ')
                .append(recording.at("size_bytes").whole())
                .append(' ')
                .append(recording.at("covers_from").text());
        var jvm = recording.at("jvm");
        var key = key(jvm);
        var trials = cells.computeIfAbsent(key, _ -> new ArrayList<>());
        boolean incomplete = recording.at("incomplete").truth();
        trials.add(new TrialFigures(
                trials.size() + 1,
                TrialFigures.RECORDED,
                incomplete,
                RunDocument.readings(recording.at("metrics"), strange)));
        works.putIfAbsent(key, jvm.at("java_arguments").text());
        if (incomplete) {
            remarks.add(recording.at("name").text() + " is incomplete");
        }
    }

    private static CellKey key(JsonPlace jvm) {
        var options = Arrays.stream(jvm.at("jvm_arguments").text().split(" ", -1))
                .filter(option -> !option.isEmpty())
                .toList();
        int feature = jvm.at("feature").integer(0);
        return new CellKey(
                subject(jvm.at("java_arguments").text()),
                collector(jvm.at("collector").text(), options),
                feature,
                version(jvm.at("version").text(), feature),
                last(options, "-Xmx(\\d{1,15}[kKmMgGtT]?)").map(Bytes::parse),
                Optional.empty(),
                last(options, "-XX:([+-])UseCompactObjectHeaders")
                        .map(sign -> sign.equals("+") ? "compact" : "legacy")
                        .orElse("default"),
                last(options, "-XX:([+-])UseCompressedOops")
                        .map(sign -> sign.equals("+") ? "on" : "off")
                        .orElse("default"),
                options.stream().filter(RecordingDocument::ofTheMachine).toList());
    }

    /** System properties, and where a recording or a log goes, differ from trial to trial. */
    private static boolean ofTheMachine(String option) {
        return option.startsWith("-X")
                && !option.startsWith("-XX:StartFlightRecording")
                && !option.startsWith("-XX:FlightRecorderOptions")
                && !option.startsWith("-Xlog")
                && !option.startsWith("-XX:ErrorFile");
    }

    private static String subject(String arguments) {
        var words = arguments.strip().split(" ", -1);
        if (words[0].endsWith(WORKLOAD_MAIN) && words.length > 1) {
            return words[1];
        }
        var name = words[0].substring(words[0].lastIndexOf('/') + 1);
        return name.isEmpty() ? "unknown program" : name;
    }

    private static String collector(String told, List<String> options) {
        return told.equals("shenandoah") && options.contains("-XX:ShenandoahGCMode=generational")
                ? "shenandoah-gen"
                : told.toLowerCase(Locale.ROOT);
    }

    private static String version(String line, int feature) {
        var bracketed = VERSION.matcher(line);
        return bracketed.find() ? bracketed.group(1) : feature == 0 ? "" : Integer.toString(feature);
    }

    private static Optional<String> last(List<String> options, String regex) {
        var pattern = Pattern.compile(regex);
        return options.reversed().stream()
                .map(pattern::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }
}
