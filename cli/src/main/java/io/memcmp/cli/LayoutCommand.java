package io.memcmp.cli;

import io.memcmp.launch.JdkFinder;
import io.memcmp.plan.UserError;
import io.memcmp.result.LayingOut;
import io.memcmp.result.LayoutRequest;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcmp layout}. */
@Command(
        name = "layout",
        description =
                "Tells where each byte of an object goes, in every mode of the virtual machine: header, fields, references"
                        + " and what is lost to alignment. Computed from class files: nothing is loaded or run.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp layout 'java.util.HashMap$Node'",
            "  memcmp layout --class-path app.jar com.example.Order",
            "  memcmp layout --mode default,compact 'int[10]'",
            "  memcmp layout --jdk 17 --mode all java.lang.Thread",
            "  memcmp layout --graph java.util.HashMap",
            "  memcmp layout --graph --of java.lang.Long,java.lang.Long java.util.TreeMap"
        })
final class LayoutCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            description = "Directories and jars of your own classes, separated as for java; DIR/* is every jar of DIR.")
    private String classPath = "";

    @Option(
            names = "--jdk",
            paramLabel = "JDK",
            description = "Whose virtual machine and modules: a release or a directory (default: memcmp's own).")
    private @Nullable String jdk;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            split = ",",
            description = "Modes to show field by field, by the names in the table, or all (default: default).")
    private final List<String> modes = new ArrayList<>();

    @Option(
            names = "--graph",
            description =
                    "Count all objects of a structure of n elements, with a formula: collections of the JDK, String,"
                            + " arrays such as long[], and of any other class the object itself.")
    private boolean graph;

    @Option(
            names = "--of",
            paramLabel = "CLASS",
            split = ",",
            description = "With --graph: the class of the elements; of a map those of keys and values (default: not"
                    + " counted).")
    private final List<String> elementTypes = new ArrayList<>();

    @Option(
            names = "--elements",
            paramLabel = "N",
            split = ",",
            description = "With --graph: how many elements (default: 1000,1000000).")
    private final List<Long> elements = new ArrayList<>();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "CLASS",
            description = "Classes with their package, nested ones with $ or a dot, or arrays such as int[10].",
            arity = "1..*")
    private final List<String> names = new ArrayList<>();

    LayoutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!graph && !(elementTypes.isEmpty() && elements.isEmpty())) {
            throw new UserError("--of and --elements are of structures", "add --graph");
        }
        var finder = JdkFinder.ofThisProcess();
        var request = new LayoutRequest(
                jdk == null ? finder.own() : finder.find(jdk),
                paths(classPath),
                names,
                modes,
                graph,
                elementTypes,
                elements);
        try (var delivery = output.open(terminal)) {
            var report = LayingOut.of(request, Version.text());
            delivery.deliver(report);
            return ExitCode.of(report).number();
        }
    }

    private static List<Path> paths(String classPath) {
        try {
            return Stream.of(classPath.split(File.pathSeparator, -1))
                    .filter(entry -> !entry.isEmpty())
                    .map(Path::of)
                    .toList();
        } catch (InvalidPathException none) {
            throw new UserError("not a class path: " + classPath, "name directories and jars", none);
        }
    }
}
