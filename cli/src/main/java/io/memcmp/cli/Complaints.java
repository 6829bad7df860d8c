package io.memcmp.cli;

import io.memcmp.plan.UserError;
import io.memcmp.render.Safe;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Problems in the user's words: what is wrong, then what to do; no stack trace but for our own bugs. */
final class Complaints {
    private static final String NAME = "memcmp: ";

    private Complaints() {}

    static int of(ParameterException problem) {
        if (problem.getCause() instanceof UserError error) {
            return of(error, problem.getCommandLine());
        }
        var err = problem.getCommandLine().getErr();
        err.println(NAME + lowerCase(String.valueOf(problem.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
            err.println(" ".repeat(NAME.length()) + "see "
                    + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE.number();
    }

    static int of(Exception problem, CommandLine command) {
        if (problem instanceof UserError error) {
            return of(error, command);
        }
        var err = command.getErr();
        err.println(NAME + "internal error: " + problem);
        err.println(" ".repeat(NAME.length()) + "please report it with the lines below and the command you typed");
        problem.printStackTrace(err);
        return ExitCode.INTERNAL.number();
    }

    private static int of(UserError error, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(NAME + Safe.text(String.valueOf(error.getMessage())));
        if (!error.remedy().isEmpty()) {
            err.println(" ".repeat(NAME.length()) + Safe.text(error.remedy()));
        }
        return ExitCode.USAGE.number();
    }

    private static String lowerCase(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
