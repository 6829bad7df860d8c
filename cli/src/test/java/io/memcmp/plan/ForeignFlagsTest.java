package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignFlagsTest {

    @ParameterizedTest
    @CsvSource({
        "-XX:+UseSerialGC, --gc",
        "-XX:+UseParallelGC, --gc",
        "-XX:-UseG1GC, --gc",
        "-XX:+UseZGC, --gc",
        "-XX:+UseShenandoahGC, --gc",
        "-XX:+UseEpsilonGC, --gc",
        "-XX:+UseConcMarkSweepGC, --gc",
        "-XX:ShenandoahGCMode=iu, --gc",
        "-XX:-ZGenerational, --gc",
        "-Xmx1g, --heap",
        "-Xms1g, --heap",
        "-XX:MaxHeapSize=1g, --heap",
        "-XX:InitialHeapSize=1g, --heap",
        "-XX:SoftMaxHeapSize=1g, --heap",
        "-XX:MaxRAMPercentage=50, --heap",
        "-XX:InitialRAMFraction=4, --heap",
        "-XX:+UseCompactObjectHeaders, --headers",
        "-XX:-UseCompressedOops, --compressed-oops",
        "-XX:StartFlightRecording, memcmp records",
        "-XX:StartFlightRecording:filename=a.jfr, memcmp records",
        "-XX:FlightRecorderOptions=stackdepth=9, memcmp records",
        "-XX:Flags=.hotspotrc, on the command line",
        "-XX:VMOptionsFile=o, on the command line"
    })
    void anOptionOfMemcmpsOwnIsRefusedWithItsRemedy(String option, String remedy) {
        var error = assertThrows(
                UserError.class, () -> ForeignFlags.refuse(List.of("-Dx=y", option, "-Xss1m"), "the variable X"));
        assertEquals("the variable X sets " + option + ", which memcmp sets for every trial", error.getMessage());
        assertTrue(error.remedy().contains(remedy), error.remedy());
    }

    @ParameterizedTest
    @EnumSource
    void whatACellSetsForItsCollectorNoProgramMay(Collector collector) {
        for (int feature : List.of(17, 21, 25)) {
            assertThrows(UserError.class, () -> ForeignFlags.refuse(collector.flags(feature), "it"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xss1m",
                "-Xmn64m",
                "-Dx=-Xmx1g",
                "-XX:+UseStringDeduplication",
                "-XX:MaxGCPauseMillis=50",
                "-XX:ObjectAlignmentInBytes=16",
                "-XX:+AlwaysPreTouch",
                "-Xlog:gc",
                "-javaagent:a.jar"
            })
    void anyOtherOptionIsTheUsersAffair(String option) {
        assertDoesNotThrow(() -> ForeignFlags.refuse(List.of(option), "it"));
    }
}
