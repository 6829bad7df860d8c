package io.memcmp.cli;

import io.memcmp.plan.UserError;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code memcmp}. */
@Command(
        name = "memcmp",
        description = "Measures what a garbage collector does to a program's memory: pause times, object overhead and"
                + " retained memory, from JFR recordings of real JVMs.",
        subcommands = {
            RunCommand.class,
            AaCommand.class,
            AnalyzeCommand.class,
            CompareCommand.class,
            CheckCommand.class,
            MinHeapCommand.class,
            HeapCommand.class,
            LayoutCommand.class,
            ListCommand.class,
            DoctorCommand.class,
            SchemaCommand.class,
            GenerateCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp run --workload cache-leak --gc zgc",
            "  memcmp run --gc all --jdk 17,25 --repeat 10 -- java -jar app.jar",
            "  memcmp run --workload allocation-loop --gc g1,zgc --json - | jq .cells",
            "  memcmp analyze app.jfr",
            "  memcmp heap app.hprof",
            "  memcmp list workloads"
        })
public final class Main implements Runnable {
    private Main() {}

    /**
     * Starts memcmp as a process.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(System.in, StandardOutput.open(System.out.charset()), System.err, args));
    }

    /**
     * {@return the exit status of one command line} Standard input is empty.
     *
     * @param out takes data
     * @param err takes talk
     * @param args the command line
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        return run(InputStream.nullInputStream(), out, err, args);
    }

    /**
     * {@return the exit status of one command line}
     *
     * @param in what {@code -} stands for
     * @param out takes data
     * @param err takes talk
     * @param args the command line
     */
    public static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
        int status = status(in, out, err, args);
        out.flush();
        err.flush();
        return status;
    }

    private static int status(InputStream in, PrintStream out, PrintStream err, String... args) {
        try {
            return commandLine(Terminal.of(in, out, err)).execute(args);
        } catch (OutOfMemoryError tooLittle) {
            err.println("memcmp: not enough memory");
            err.println("        set more in the variable MEMCMP_JAVA_OPTIONS, for example -Xmx2g");
            return ExitCode.INTERNAL.number(); // an Error would leave with 1, which says that a check failed
        }
    }

    static CommandLine commandLine(Terminal terminal) {
        var line = new CommandLine(new Main(), new CommandFactory(terminal));
        line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
        line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false); // @FILE after -- is for java to read
        line.setUsageHelpLongOptionsMaxWidth(28);
        line.setExecutionExceptionHandler((problem, command, _) -> Complaints.of(problem, command));
        line.setParameterExceptionHandler((problem, _) -> Complaints.of(problem));
        for (var command : line.getSubcommands().values()) {
            // What follows the program's name belongs to the program.
            var kind = command.getCommand();
            command.setStopAtPositional(
                    kind instanceof RunCommand || kind instanceof AaCommand || kind instanceof MinHeapCommand);
            exitCodes(command);
        }
        exitCodes(line);
        return line;
    }

    private static void exitCodes(CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n");
        var codes = new LinkedHashMap<String, String>();
        for (var code : ExitCode.values()) {
            codes.put(Integer.toString(code.number()), code.meaning());
        }
        usage.exitCodeList(codes);
    }

    @Override
    public void run() {
        throw new UserError("no command given", "see memcmp --help");
    }
}
