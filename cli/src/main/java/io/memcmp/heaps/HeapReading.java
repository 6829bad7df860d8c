package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.HeapDumpException;
import io.memcmp.analysis.heapdump.HeapDumpOptions;
import io.memcmp.plan.UserError;
import io.memcmp.recordings.Unpacked;
import io.memcmp.recordings.Unpacked.NoRoom;
import io.memcmp.result.DumpCondition;
import io.memcmp.result.DumpDifference;
import io.memcmp.result.DumpOptions;
import io.memcmp.result.DumpReport;
import io.memcmp.result.DumpResult;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads heap dumps one after the other; what cannot be read is told and stops nothing. */
public final class HeapReading {
    private final Wishes wishes;
    private final Room room;
    private final Unpacked unpacked;
    private final DumpListener listener;
    private final List<DumpCondition> conditions = new ArrayList<>();
    private final List<Digest> digests = new ArrayList<>();
    private final AskedClasses asked;

    /**
     * What is wanted of dumps.
     *
     * @param options what is shown
     * @param compared whether the first is compared with the second, instead of telling of each
     * @param conditions what must not be; of dumps that are compared, in the second
     */
    public record Wishes(DumpOptions options, boolean compared, List<HeapCondition> conditions) {
        /** Copies the list, and refuses what does not go together. */
        public Wishes {
            conditions = List.copyOf(conditions);
            if (options.quick()) {
                conditions.forEach(HeapCondition::refuseQuick);
                if (!options.questions().equals(DumpOptions.Questions.NONE)) {
                    throw new UserError(
                            "--quick tells nothing of a single class or object",
                            "leave --quick out for --class, --object and --path");
                }
            }
        }

        private void refuse(int dumps) {
            if (compared && dumps != 2) {
                throw new UserError("--diff compares two dumps, here are " + dumps, "write --diff OLD NEW");
            }
            if (dumps > 1 && (!options.questions().objects().isEmpty() || (compared && asked()))) {
                throw new UserError(
                        (compared ? "--class, --object and --path are" : "--object is") + " about one dump, here are "
                                + dumps,
                        "an address means nothing in another dump: ask each on its own");
            }
        }

        private boolean asked() {
            return !options.questions().equals(DumpOptions.Questions.NONE);
        }
    }

    /**
     * Reads nothing yet.
     *
     * @param wishes what is wanted
     * @param room how much memory there is
     * @param unpacked makes plain files of those that are none
     * @param listener hears how far it is
     */
    public HeapReading(Wishes wishes, Room room, Unpacked unpacked, DumpListener listener) {
        this.wishes = wishes;
        this.room = room;
        this.unpacked = unpacked;
        this.listener = listener;
        this.asked = new AskedClasses(wishes.options().questions());
    }

    /**
     * {@return what they tell}
     * A class that is asked about and that one dump of several has is told of that one; that no dump has it is an error.
     *
     * @param dumps at least one
     * @param tool memcmp's version
     * @param created when it was asked
     */
    public DumpReport run(List<DumpFile> dumps, String tool, Instant created) {
        wishes.refuse(dumps.size());
        var results = new ArrayList<DumpResult>();
        for (var each : dumps) {
            listener.started(results.size() + 1, dumps.size(), each.name());
            try {
                results.add(read(each, results.size() + 1 == dumps.size(), dumps.size() == 1));
            } finally {
                unpacked.clear();
                listener.ended();
            }
        }
        if (results.stream().allMatch(DumpResult.Read.class::isInstance)) {
            asked.refuseMissing(results.size());
        }
        Optional<DumpDifference> difference = digests.size() == 2
                ? Optional.of(HeapDiff.of(
                        digests.getFirst(), digests.getLast(), wishes.options().top()))
                : Optional.empty();
        return new DumpReport(tool, created, wishes.options(), results, difference, conditions);
    }

    private DumpResult read(DumpFile file, boolean last, boolean alone) {
        var pace = new Pace(wishes.options().quick(), System::nanoTime);
        var progress = room.new Doorkeeper(listener, pace);
        try {
            var plain = file.path().isPresent() ? unpacked.plain(file.path().get()) : unpacked.piped(file.name());
            try (var dump = HeapDump.open(plain.path(), options(), progress)) {
                var reader = Reader.of(dump);
                asked.lookFor(reader);
                if (alone) {
                    asked.refuseMissing(1);
                }
                return read(file, reader, plain.defect(), progress, last);
            }
        } catch (HeapDumpException | IOException unreadable) {
            var reason = reason(file, unreadable);
            if (alone || wishes.compared()) {
                throw new UserError(reason, remedy(unreadable, progress), unreadable);
            }
            return new DumpResult.Unreadable(file.source(), reason);
        }
    }

    private HeapDumpOptions options() {
        return new HeapDumpOptions(
                wishes.options().references(),
                wishes.options().quick() ? HeapDumpOptions.Depth.HISTOGRAM : HeapDumpOptions.Depth.RETAINED,
                Optional.empty());
    }

    private DumpResult read(
            DumpFile file, Reader reader, Optional<String> defect, Room.Doorkeeper progress, boolean last)
            throws IOException {
        var contents = new Contents(reader, wishes.options()).collect(wishes.compared(), progress.needed());
        if (wishes.compared()) {
            digests.add(
                    Digest.of(reader, file.name(), contents, wishes.options().quick()));
        }
        if (last || !wishes.compared()) {
            var figures = new Figures(reader, contents, wishes.options().suspectShare());
            for (var condition : wishes.conditions()) {
                conditions.add(condition.check(figures, file.name()));
                condition
                        .className()
                        .filter(name -> reader.classes(name).isEmpty())
                        .ifPresent(name -> listener.remark(missing(condition, name, reader)));
            }
        }
        return new DumpResult.Read(file.source(), contents, defect);
    }

    /** In a log a condition that a slip of the pen has made harmless must not look as one that was checked. */
    private static String missing(HeapCondition condition, String name, Reader reader) {
        return "--fail-if " + condition.text() + ": " + Names.unknown(reader, name) + "; its figure is 0";
    }

    /** The engine knows the file by the place where it was unpacked, if at all; the user by its name. */
    private static String reason(DumpFile file, Exception problem) {
        return switch (problem) {
            case HeapDumpException _ -> file.name() + " " + problem.getMessage();
            case AccessDeniedException _ -> "cannot read " + file.name() + ": permission denied";
            case NoSuchFileException _ -> file.name() + " is gone";
            default -> String.valueOf(problem.getMessage()); // whatever else the system says
        };
    }

    private static String remedy(Exception problem, Room.Doorkeeper progress) {
        if (progress.remedy().isPresent()) {
            return progress.remedy().get();
        }
        return problem instanceof NoRoom
                ? "make room, or name another directory in the variable TMPDIR"
                : "name a file that the JVM wrote with jcmd PID GC.heap_dump or -XX:+HeapDumpOnOutOfMemoryError, or"
                        + " one of those packed with gzip";
    }
}
