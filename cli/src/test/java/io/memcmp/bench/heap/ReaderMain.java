package io.memcmp.bench.heap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One question to one reader: a process of its own, so that the start of the virtual machine counts as a user sees it. */
final class ReaderMain {
    private ReaderMain() {}

    /**
     * {@code ReaderMain READER QUESTION FILE}: prints the answer.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException {
        var findings = new Findings();
        Contestant.parse(args[0]).reader().read(Path.of(args[2]), Question.parse(args[1]), findings);
        System.out.write(findings.text().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
