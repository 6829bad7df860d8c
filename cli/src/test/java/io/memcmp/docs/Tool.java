package io.memcmp.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.memcmp.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * One call of memcmp in this process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Tool(int status, String out, String err) {
    static Tool run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), words);
        return new Tool(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    static Tool run(List<String> words) {
        return run(words.toArray(String[]::new));
    }
}
