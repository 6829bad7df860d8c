package io.memcmp.cli;

import io.memcmp.recordings.Analysis;
import io.memcmp.recordings.Found;
import io.memcmp.recordings.Unpacked;
import io.memcmp.render.Safe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcmp analyze}. */
@Command(
        name = "analyze",
        description =
                "Reports what JFR recordings tell: the figures that run reports, of recordings made anywhere, damaged ones"
                        + " too. Of what cannot be read it says where it lies and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp analyze app.jfr",
            "  memcmp analyze before.jfr after.jfr.gz",
            "  memcmp analyze --from 30s --to 1m30s app.jfr",
            "  memcmp analyze /tmp/2026_11_23_10_00_00_4711",
            "  memcmp analyze --merge part1.jfr part2.jfr",
            "  memcmp analyze --flame alloc.txt --depth 5 app.jfr",
            "  ssh host cat app.jfr | memcmp analyze --json - -"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final AnalysisWishes wishes = new AnalysisWishes();

    @Mixin
    private final FlameOption flame = new FlameOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of the progress.")
    private boolean quiet;

    @Parameters(
            paramLabel = "FILE|DIR",
            description = "Recordings (.jfr, .jfr.gz), JFR repositories, directories that hold recordings, or - for"
                    + " standard input.",
            arity = "1..*")
    private final List<String> sources = new ArrayList<>();

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var created = Instant.now();
        var options = wishes.options(flame.wanted());
        var found = Found.of(sources, this::repeated);
        flame.refuseSeveral(wishes.merge() ? 1 : found.size());
        var inputs = Found.files(found);
        output.keepOff(inputs);
        flame.keepOff(inputs);
        try (var delivery = output.open(terminal);
                var collapsed = flame.open(terminal, output);
                var unpacked = new Unpacked(terminal.in(), terminal.temporary())) {
            var progress = new AnalysisProgress(terminal, quiet);
            var report = new Analysis(options, unpacked, progress).run(found, wishes.merge(), Version.text(), created);
            delivery.deliver(report);
            collapsed.deliver(report);
            return ExitCode.of(report).number();
        }
    }

    private void repeated(String name) {
        terminal.err().println("memcmp: " + Safe.text(name) + " was named before, and is read once");
    }
}
