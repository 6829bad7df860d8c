package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.plan.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes and offsets are those that the JVM's own Instrumentation and Unsafe, and JOL within it, tell. */
@Tag("beside")
class LayoutAgreementTest {
    private static final int ALL = 1;
    private static final int FEW = 25;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("io.memcmp.agreement.LayoutOfAJdk#newest")
    void layoutsOfSomeClassesAreThoseOfTheJvm(Jdk jdk, TestReporter reporter) throws Exception {
        compare(jdk, LayoutOfAJdk.modes(jdk, false), FEW, reporter);
    }

    @Tag("slow")
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("io.memcmp.agreement.LayoutOfAJdk#jdks")
    void layoutsOfEveryClassOfJavaBaseAreThoseOfTheJvm(Jdk jdk, TestReporter reporter) throws Exception {
        compare(jdk, LayoutOfAJdk.modes(jdk, true), ALL, reporter);
    }

    private void compare(Jdk jdk, List<LayoutMode> modes, int every, TestReporter reporter) throws Exception {
        int compared = new LayoutOfAJdk(jdk, directory).compare(modes, every);
        reporter.publishEntry("classes x modes on JDK " + jdk.feature(), compared + " in " + modes.size() + " modes");
        int least = every == ALL ? 4000 : 200;
        assertTrue(compared >= least * modes.size(), "classes x modes: " + compared + " in " + modes.size());
    }
}
