package io.memcmp.analysis;

import com.sun.management.ThreadMXBean;
import io.memcmp.analysis.Supervisor.Spent.Ended;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Runs what may hang, fail or want all memory, and says so with the name of the case. */
public final class Supervisor {
    private final Duration limit;
    private final Class<? extends Exception> refusal;

    /**
     * Supervises cases of one kind.
     *
     * @param limit not a measure of speed: what takes that long does not end
     * @param refusal how a case says in words that it cannot be done
     */
    public Supervisor(Duration limit, Class<? extends Exception> refusal) {
        this.limit = limit;
        this.refusal = refusal;
    }

    /**
     * What a case took.
     *
     * @param ended how
     * @param time by the clock
     * @param allocated bytes
     */
    public record Spent(Ended ended, Duration time, long allocated) {
        /** How a case may end. */
        public enum Ended {
            /** With an answer. */
            RESULT,
            /** With words. */
            REFUSAL
        }
    }

    private record Outcome(Spent spent, Optional<Throwable> problem) {}

    /**
     * {@return what it took} Anything but its return or a refusal is an error that names it.
     *
     * @param what the case
     * @param mostBytes that it may allocate
     * @param task runs it
     * @throws InterruptedException if nobody waits any more
     */
    public Spent run(String what, long mostBytes, Callable<?> task) throws InterruptedException {
        var outcomes = new ArrayBlockingQueue<Outcome>(1);
        var thread = Thread.ofPlatform().daemon().name("case").start(() -> outcome(task, outcomes));
        var outcome = outcomes.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (outcome == null) {
            var stack = Arrays.asList(thread.getStackTrace());
            thread.interrupt();
            throw new AssertionError(what + " did not end within " + limit + ", it is at " + stack);
        }
        var failure = outcome.problem().filter(problem -> !refusal.isInstance(problem));
        if (failure.isPresent()) {
            throw new AssertionError(what + " ended with " + failure.get(), failure.get());
        }
        if (outcome.spent().allocated() > mostBytes) {
            throw new AssertionError(
                    what + " allocated " + outcome.spent().allocated() + " bytes, more than " + mostBytes);
        }
        return outcome.spent();
    }

    private static void outcome(Callable<?> task, BlockingQueue<Outcome> outcomes) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long begun = System.nanoTime();
        long before = threads.getCurrentThreadAllocatedBytes();
        var problem = problem(task);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        var ended = problem.isEmpty() ? Ended.RESULT : Ended.REFUSAL;
        outcomes.add(new Outcome(new Spent(ended, Duration.ofNanos(System.nanoTime() - begun), allocated), problem));
    }

    private static Optional<Throwable> problem(Callable<?> task) {
        try {
            task.call();
            return Optional.empty();
        } catch (Throwable problem) {
            return Optional.of(problem);
        }
    }
}
