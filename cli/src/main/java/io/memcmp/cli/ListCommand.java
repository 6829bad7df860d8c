package io.memcmp.cli;

import io.memcmp.launch.JdkFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code memcmp list}. */
@Command(
        name = "list",
        description =
                "Shows what there is: workloads and their parameters, collectors, JDKs of this machine and how they were"
                        + " found, metrics, formats.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp list workloads",
            "  memcmp list jdks",
            "  memcmp list metrics pause.max",
            "  memcmp list metrics --format csv"
        })
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "WHAT", index = "0", description = "workloads, collectors, jdks, metrics or formats.")
    private String what = "";

    @Parameters(paramLabel = "NAME", index = "1..*", description = "Only these of them.")
    private final List<String> names = new ArrayList<>();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var delivery = output.open(terminal)) {
            delivery.deliver(Listings.only(names, Listings.of(what, JdkFinder.ofThisProcess())));
            return ExitCode.OK.number();
        }
    }
}
