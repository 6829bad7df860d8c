package io.memcmp.cli;

import io.memcmp.experiment.Doctor;
import io.memcmp.launch.JdkFinder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code memcmp doctor}. */
@Command(
        name = "doctor",
        description = "Looks whether this machine is fit to measure, and which JDKs and collectors work here.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  memcmp doctor", "  memcmp doctor --json -"})
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var delivery = output.open(terminal)) {
            var report = Doctor.examine(Version.text(), JdkFinder.ofThisProcess());
            delivery.deliver(report);
            return ExitCode.of(report).number();
        }
    }
}
