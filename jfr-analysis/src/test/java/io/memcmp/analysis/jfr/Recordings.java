package io.memcmp.analysis.jfr;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.analysis.RequiredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;

/** Recordings that real virtual machines make of the program {@code Everything}. */
final class Recordings {
    private final Child program;
    private final Path directory;
    private int made;

    private Recordings(Child program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    static Recordings in(Path directory) throws IOException {
        return new Recordings(Child.compile("Everything", directory), directory);
    }

    /** Settings that switch on every event however short it is, with its stack. */
    Path everything() throws IOException {
        var names = new TreeSet<>(FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .map(EventType::getName)
                .toList());
        names.addAll(few());
        return settings("everything", names);
    }

    /** What the analyses read, and of each other shape of event one. */
    static Set<String> few() {
        var names = new TreeSet<>(List.of(
                "jdk.ObjectAllocationInNewTLAB",
                "jdk.ObjectAllocationOutsideTLAB",
                "jdk.OldObjectSample",
                "jdk.ExecutionSample",
                "jdk.ThreadPark",
                "jdk.JavaMonitorEnter",
                "jdk.VirtualThreadStart",
                "jdk.VirtualThreadPinned",
                "test.Every",
                "test.Gr\u00f6\u00dfe\u65e5",
                "test.NeverHappens",
                "test.Text"));
        RecordingAnalyzer.requiredEvents().stream().map(RequiredEvent::name).forEach(names::add);
        return names;
    }

    /** Settings that switch on those events, for an option {@code settings=}. */
    Path settings(String file, Set<String> events) throws IOException {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration version=\"2.0\">\n");
        for (var event : events) {
            xml.append("<event name=\"" + event + "\"><setting name=\"enabled\">true</setting>"
                    + "<setting name=\"threshold\">0 ns</setting><setting name=\"stackTrace\">true</setting>"
                    + "<setting name=\"throttle\">off</setting><setting name=\"cutoff\">infinity</setting>"
                    + "<setting name=\"period\">"
                    + (event.endsWith("Sample") ? "10 ms" : "everyChunk")
                    + "</setting></event>\n");
        }
        return Files.writeString(directory.resolve(file + ".jfc"), xml.append("</configuration>\n"));
    }

    /** A recording with those options of JFR, made of the program with those arguments. */
    Path make(Jdk jdk, List<String> flags, String options, String... arguments)
            throws IOException, InterruptedException {
        var file = next();
        var command = new ArrayList<>(flags);
        command.add("-XX:StartFlightRecording:filename=" + file + ",maxsize=0," + options);
        command.add("-Xlog:disable");
        program.run(jdk, command, arguments(arguments));
        return file;
    }

    /** The program, recording into that repository until somebody ends it. */
    Process start(Jdk jdk, Path repository) throws IOException {
        return program.start(
                jdk,
                List.of(
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:FlightRecorderOptions:repository=" + repository + ",maxchunksize=1m",
                        "-XX:StartFlightRecording:maxsize=0,settings=" + everything(),
                        "-Xlog:disable"),
                arguments("mix", "60000"));
    }

    /** One file after the other, as {@code cat} joins them. */
    Path join(Path... parts) throws IOException {
        var whole = next();
        for (var part : parts) {
            Files.write(whole, Files.readAllBytes(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return whole;
    }

    Path write(byte[] bytes) throws IOException {
        return Files.write(next(), bytes);
    }

    Path next() {
        return directory.resolve("recording-" + ++made + ".jfr");
    }

    private static String[] arguments(String... arguments) {
        return Stream.concat(Stream.of("Everything"), Stream.of(arguments)).toArray(String[]::new);
    }
}
