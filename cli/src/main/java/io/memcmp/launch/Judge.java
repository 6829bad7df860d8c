package io.memcmp.launch;

import io.memcmp.plan.Limits;
import io.memcmp.plan.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells from the outside what a child's end means. */
final class Judge {
    /** What a bundled workload's harness exits with after it caught the error: the recording contract. */
    private static final int WORKLOAD_OUT_OF_MEMORY = 3;

    private static final int WORKLOAD_CHECK_FAILED = 4;
    private static final int LINES = 20;
    private static final int CRASH_HEAD = 1 << 14;
    private static final Pattern OUT_OF_MEMORY =
            Pattern.compile("java\\.lang\\.OutOfMemoryError|OutOfMemory encountered");
    private static final Pattern NOT_STARTED =
            Pattern.compile("Could not create the Java Virtual Machine|Error occurred during initialization of VM");

    private Judge() {}

    static Outcome of(Subject subject, Limits limits, ChildJvm.Ended ended, TrialDirectory files) {
        return switch (ended.end()) {
            case BY_USER -> new Outcome.Interrupted();
            case AT_TIME_LIMIT -> new Outcome.TimedOut(limits.time());
            case BY_ITSELF -> byItself(subject, limits, ended, files);
        };
    }

    private static Outcome byItself(Subject subject, Limits limits, ChildJvm.Ended ended, TrialDirectory files) {
        int exit = ended.exitStatus();
        boolean bundled = subject instanceof Subject.Bundled;
        if (bundled && exit == WORKLOAD_OUT_OF_MEMORY) {
            return new Outcome.OutOfMemory(ended.wall());
        }
        if (bundled ? exit == 0 : limits.okStatus().contains(exit)) {
            return new Outcome.Completed(exit);
        }
        var output = ended.stderr().tail() + ended.stdout().tail();
        if (NOT_STARTED.matcher(output).find()) {
            return Outcome.Failed.notStarted(exit, VmProbe.reason(output), lastLines(ended));
        }
        if (OUT_OF_MEMORY.matcher(output + head(files)).find()) {
            return new Outcome.OutOfMemory(ended.wall());
        }
        if (Files.exists(files.crash())) {
            return failed(exit, "the JVM crashed, see " + files.crash(), ended);
        }
        return failed(
                exit,
                bundled && exit == WORKLOAD_CHECK_FAILED
                        ? "the workload's check of its own result failed"
                        : "exit status " + exit,
                ended);
    }

    private static Outcome failed(int exit, String reason, ChildJvm.Ended ended) {
        return new Outcome.Failed(exit, reason, lastLines(ended));
    }

    private static List<String> lastLines(ChildJvm.Ended ended) {
        var lines = new ArrayList<String>(ended.stdout().lastLines(LINES));
        lines.addAll(ended.stderr().lastLines(LINES));
        return List.copyOf(lines);
    }

    private static String head(TrialDirectory files) {
        if (!Files.exists(files.crash())) {
            return "";
        }
        try (var crash = Files.newInputStream(files.crash())) {
            return new String(crash.readNBytes(CRASH_HEAD), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
