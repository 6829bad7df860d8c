package io.memcmp.bench.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;

/** The full job of one reader again and again in one process: what reading costs when all is compiled. */
final class WarmMain {
    private WarmMain() {}

    /**
     * {@code WarmMain READER WARM_UP READS FILE…}: prints how many seconds the reads after the warm-up took. The files take
     * turns.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException {
        var library = Contestant.parse(args[0]).library();
        int warmUp = Integer.parseInt(args[1]);
        int reads = Integer.parseInt(args[2]);
        var answers = new HashSet<Integer>();
        long start = System.nanoTime();
        for (int i = -warmUp; i < reads; i++) {
            if (i == 0) {
                start = System.nanoTime();
            }
            var answer = new Answer();
            library.read(Path.of(args[3 + Math.floorMod(i, args.length - 3)]), Job.FULL, answer);
            answers.add(answer.lines().hashCode());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (answers.size() > args.length - 3) {
            throw new IllegalStateException("the same file was read in different ways");
        }
        System.out.println(seconds);
    }
}
