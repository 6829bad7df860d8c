package io.memcmp.cli;

import io.memcmp.launch.JdkFinder;
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
        footer = {"  memcmp list workloads", "  memcmp list jdks", "  memcmp list metrics --format csv"})
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "WHAT", description = "workloads, collectors, jdks, metrics or formats.")
    private String what = "";

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var delivery = output.open(terminal)) {
            delivery.deliver(Listings.of(what, JdkFinder.ofThisProcess()));
            return ExitCode.OK.number();
        }
    }
}
