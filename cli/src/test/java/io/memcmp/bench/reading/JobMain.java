package io.memcmp.bench.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One job of one reader: a process of its own, so that the start of the virtual machine counts as a user sees it. */
final class JobMain {
    private JobMain() {}

    /**
     * {@code JobMain READER JOB FILE [TIMES]}: prints the answer. To do it several times is training, see {@link Caches}.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException {
        var job = Job.parse(args[1]);
        var answer = new Answer();
        Contestant.parse(args[0]).library().read(Path.of(args[2]), job, answer);
        for (int i = args.length > 3 ? Integer.parseInt(args[3]) : 1; i > 1; i--) {
            answer = new Answer();
            Contestant.parse(args[0]).library().read(Path.of(args[2]), job, answer);
        }
        System.out.write(String.join("\n", answer.lines()).getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
