package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.plan.Jdk;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes and offsets are those that the JVM's own Instrumentation and Unsafe, and JOL within it, tell. */
class LayoutAgreementTest {
    private static final int ALL = 1;
    private static final int FEW = 25;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("io.memcmp.agreement.LayoutOfAJdk#jdks")
    void layoutsOfSomeClassesAreThoseOfTheJvm(Jdk jdk, TestReporter reporter) throws Exception {
        compare(jdk, FEW, 200, reporter);
    }

    @Tag("slow")
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("io.memcmp.agreement.LayoutOfAJdk#jdks")
    void layoutsOfEveryClassOfJavaBaseAreThoseOfTheJvm(Jdk jdk, TestReporter reporter) throws Exception {
        compare(jdk, ALL, 4000, reporter);
    }

    private void compare(Jdk jdk, int every, int least, TestReporter reporter) throws Exception {
        int compared = new LayoutOfAJdk(jdk, directory).compare(every);
        int modes = LayoutModes.of(jdk.feature()).size();
        reporter.publishEntry("classes x modes on JDK " + jdk.feature(), compared + " in " + modes + " modes");
        assertTrue(compared >= least * modes, "classes x modes: " + compared + " in " + modes + " modes");
    }
}
