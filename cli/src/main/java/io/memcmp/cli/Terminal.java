package io.memcmp.cli;

import io.memcmp.plan.UserError;
import io.memcmp.render.Look;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where words come from and go: data from {@code in} and to {@code out}, talk to {@code err}.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person reads standard output as it appears
 * @param errIsTerminal whether a person reads standard error as it appears
 * @param environment variables that say how the reader wants it
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {
    Terminal {
        environment = Map.copyOf(environment);
    }

    /** The launcher script tests each stream; Java's own console is all or nothing. */
    static Terminal of(InputStream in, PrintStream out, PrintStream err) {
        return new Terminal(
                in,
                out,
                err,
                Boolean.getBoolean("memcmp.stdout.tty"),
                Boolean.getBoolean("memcmp.stderr.tty"),
                System.getenv());
    }

    /** Without anything to read. */
    static Terminal of(PrintStream out, PrintStream err) {
        return of(InputStream.nullInputStream(), out, err);
    }

    /** Data, all of it or an error. */
    void print(String text) {
        out.print(text);
        out.flush();
        if (out.checkError()) {
            throw new UserError(
                    "cannot write to standard output", "make room where it goes, or name a file with --output");
        }
    }

    /** {@return where temporary files go; Java does not look at the variable that other programs honour} */
    Path temporary() {
        return Path.of(environment.getOrDefault("TMPDIR", System.getProperty("java.io.tmpdir")));
    }

    Look look(ColourWish wish, boolean details) {
        return new Look(colour(wish), out.charset().newEncoder().canEncode("–µ·×−±∞≥"), details);
    }

    private boolean colour(ColourWish wish) {
        return switch (wish) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                !set("NO_COLOR") && (set("CLICOLOR_FORCE") || set("FORCE_COLOR") || (outIsTerminal && !dumb()));
        };
    }

    /** {@return whether a line on standard error can be drawn over} */
    boolean redraws() {
        return errIsTerminal && !dumb();
    }

    private boolean dumb() {
        return "dumb".equals(environment.get("TERM"));
    }

    private boolean set(String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    /** When to use colour. */
    enum ColourWish {
        AUTO,
        ALWAYS,
        NEVER;

        /** As the user types it. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
