package io.memcmp.result;

import io.memcmp.analysis.AnalysisOptions;
import io.memcmp.analysis.Reading;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.Origin;
import io.memcmp.plan.Cell;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Protocol;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command found; every renderer takes every report. */
public sealed interface Report
        permits Aa,
                Report.Run,
                Report.MinHeap,
                Report.Planned,
                Report.Recordings,
                Report.Listing,
                Report.Doctor,
                Compared,
                Checked,
                DumpReport,
                Layouts {

    /**
     * What {@code memcmp run} measured.
     *
     * @param tool memcmp's version
     * @param created when the run began
     * @param subjects what was measured
     * @param design how the trials were laid out
     * @param host the machine
     * @param cells what was measured, in the order of the matrix
     * @param skipped what could not be
     * @param findings what the comparisons say
     * @param directory where everything lies
     * @param interrupted whether the user ended it before its plan was done
     * @param conduct how it went
     */
    record Run(
            String tool,
            Instant created,
            List<Subject> subjects,
            Design design,
            HostFacts host,
            List<CellResult> cells,
            List<Skipped> skipped,
            Findings findings,
            Path directory,
            boolean interrupted,
            Conduct conduct)
            implements Report {
        /**
         * A run of which nobody knows how it went.
         *
         * @param tool memcmp's version
         * @param created when the run began
         * @param subjects what was measured
         * @param design how the trials were laid out
         * @param host the machine
         * @param cells what was measured, in the order of the matrix
         * @param skipped what could not be
         * @param findings what the comparisons say
         * @param directory where everything lies
         * @param interrupted whether the user ended it before its plan was done
         */
        public Run(
                String tool,
                Instant created,
                List<Subject> subjects,
                Design design,
                HostFacts host,
                List<CellResult> cells,
                List<Skipped> skipped,
                Findings findings,
                Path directory,
                boolean interrupted) {
            this(
                    tool,
                    created,
                    subjects,
                    design,
                    host,
                    cells,
                    skipped,
                    findings,
                    directory,
                    interrupted,
                    Conduct.UNKNOWN);
        }

        /** Copies the lists. */
        public Run {
            subjects = List.copyOf(subjects);
            cells = List.copyOf(cells);
            skipped = List.copyOf(skipped);
        }

        /** {@return what to call what was measured} */
        public String label() {
            return subjects.stream().map(Subject::label).collect(Collectors.joining(", "));
        }

        /** {@return the same with what its comparisons say} */
        public Run judged() {
            return new Run(
                    tool,
                    created,
                    subjects,
                    design,
                    host,
                    cells,
                    skipped,
                    compared().with(cost()),
                    directory,
                    interrupted,
                    conduct);
        }

        /** Where the machine disturbed too much nothing is said of the numbers. */
        private Findings compared() {
            var compared = Findings.of(cells, skipped, design.judging(), bundled());
            return conduct.noisy() ? compared.withoutVerdicts() : compared;
        }

        private GcCost cost() {
            var ran = cells.stream().filter(cell -> !cell.trials().isEmpty());
            return GcCosts.of(ran.map(CellFigures::of).toList(), design.seed());
        }

        /**
         * {@return the cell that figures are of}
         *
         * @param figures of one of its cells
         */
        public Cell cell(CellFigures figures) {
            return cells.stream()
                    .map(CellResult::cell)
                    .filter(cell -> CellKey.of(cell).equals(figures.key()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not of this run: " + figures.key()));
        }

        /** {@return whether bundled workloads were measured, which mark a window} */
        public boolean bundled() {
            return subjects.stream().allMatch(Subject.Bundled.class::isInstance);
        }
    }

    /**
     * How the trials of a run were laid out.
     *
     * @param blocks how many blocks were asked for
     * @param seed that gave the order inside them
     * @param timeLimitNanos what a trial was allowed
     * @param judging how its cells are held against each other
     * @param protocol warm-up, disturbed trials, and when enough is known
     * @param minimumHeaps of whose multiples heaps are; none where sizes were asked for
     */
    record Design(
            int blocks,
            long seed,
            long timeLimitNanos,
            Judging judging,
            Protocol protocol,
            List<MinimumHeap> minimumHeaps) {
        /** Copies the list. */
        public Design {
            minimumHeaps = List.copyOf(minimumHeaps);
        }

        /**
         * The usual protocol, and heaps that are sizes.
         *
         * @param blocks how many blocks were asked for
         * @param seed that gave the order inside them
         * @param timeLimitNanos what a trial was allowed
         * @param judging how its cells are held against each other
         */
        public Design(int blocks, long seed, long timeLimitNanos, Judging judging) {
            this(blocks, seed, timeLimitNanos, judging, Protocol.usual(blocks), List.of());
        }

        /**
         * {@return the design of an experiment}
         *
         * @param spec what was asked for
         * @param minimums of whose multiples its heaps are
         */
        public static Design of(ExperimentSpec spec, List<MinimumHeap> minimums) {
            return new Design(
                    spec.blocks(),
                    spec.seed(),
                    spec.limits().time().toNanos(),
                    spec.judging(),
                    spec.protocol(),
                    minimums);
        }
    }

    /**
     * What {@code memcmp minheap} found.
     *
     * @param tool memcmp's version
     * @param created when the search began
     * @param subjects what ran
     * @param rule what a minimum heap is
     * @param host the machine
     * @param searches one for each cell, in the order of the matrix
     * @param skipped cells that cannot be, and why
     * @param interrupted whether the user ended it before its plan was done
     */
    record MinHeap(
            String tool,
            Instant created,
            List<Subject> subjects,
            SearchRule rule,
            HostFacts host,
            List<HeapSearch> searches,
            List<Skipped> skipped,
            boolean interrupted)
            implements Report {
        /** Copies the lists. */
        public MinHeap {
            subjects = List.copyOf(subjects);
            searches = List.copyOf(searches);
            skipped = List.copyOf(skipped);
        }

        /** {@return what to call what was measured} */
        public String label() {
            return subjects.stream().map(Subject::label).collect(Collectors.joining(", "));
        }
    }

    /**
     * What {@code memcmp run} is going to do: the plan of a run directory, and what {@code --dry-run} shows.
     *
     * @param tool memcmp's version
     * @param created when the run began, or was asked about
     * @param origin from what it is made
     * @param subjects what is measured
     * @param design how the trials are laid out
     * @param host the machine
     * @param plan the trials
     * @param directory where everything goes
     * @param commands the command line of each trial; empty where nobody wants to see them
     * @param likelyNanos how long it is going to take, nanoseconds
     */
    record Planned(
            String tool,
            Instant created,
            Origin origin,
            List<Subject> subjects,
            Design design,
            HostFacts host,
            Plan plan,
            Path directory,
            List<List<String>> commands,
            Reading likelyNanos)
            implements Report {
        /** Copies the lists. */
        public Planned {
            subjects = List.copyOf(subjects);
            commands = commands.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What {@code memcmp analyze} read.
     *
     * @param tool memcmp's version
     * @param created when it was asked
     * @param options what was wanted
     * @param merged whether all that was given was read as one recording
     * @param recordings what came of each, in the order in which they were given
     */
    record Recordings(
            String tool, Instant created, AnalysisOptions options, boolean merged, List<RecordingResult> recordings)
            implements Report {
        /** Copies the list. */
        public Recordings {
            recordings = List.copyOf(recordings);
        }

        /** {@return those that could be read} */
        public List<RecordingResult.Read> read() {
            return recordings.stream()
                    .<RecordingResult.Read>mapMulti((recording, next) -> {
                        if (recording instanceof RecordingResult.Read read) {
                            next.accept(read);
                        }
                    })
                    .toList();
        }
    }

    /**
     * What there is of something: workloads, collectors, metrics, formats.
     *
     * @param what of what, for example {@code workloads}
     * @param columns names of the columns, in snake case
     * @param rows the entries, one value for each column
     */
    record Listing(String what, List<String> columns, List<List<String>> rows) implements Report {
        /** Copies the lists. */
        public Listing {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Whether this machine can measure.
     *
     * @param tool memcmp's version
     * @param host the machine
     * @param findings what was looked at
     * @param collectors which collectors each JDK has
     */
    record Doctor(String tool, HostFacts host, List<Finding> findings, Map<Jdk, List<String>> collectors)
            implements Report {
        /** Copies the collections. */
        public Doctor {
            findings = List.copyOf(findings);
            collectors = Collections.unmodifiableMap(new LinkedHashMap<>(collectors));
        }

        /** {@return whether a run would fail here} */
        public boolean broken() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.BROKEN);
        }
    }

    /**
     * One thing the doctor looked at.
     *
     * @param what it looked at
     * @param severity how bad
     * @param text what it saw, and what to do
     */
    record Finding(String what, Severity severity, String text) {}

    /** How bad. */
    enum Severity {
        /** As it should be. */
        OK,
        /** Figures will be noisier or fewer. */
        NOISY,
        /** A run would fail. */
        BROKEN
    }
}
