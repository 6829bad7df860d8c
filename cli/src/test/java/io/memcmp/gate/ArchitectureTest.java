package io.memcmp.gate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.memcmp.cli.Main;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.MachineFacts;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Origin;
import io.memcmp.launch.Outcome;
import io.memcmp.launch.ProbeJar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dependencies that the packages may have; `docs/CONTRIBUTING.md` says the same in words. */
final class ArchitectureTest {

    private static final String ROOT = "io.memcmp.";
    private static final DescribedPredicate<JavaClass> OTHERS = not(resideInAPackage("io.memcmp.."));
    private static final DescribedPredicate<JavaClass> LAUNCH_RECORDS =
            belongToAnyOf(Outcome.class, HostFacts.class, MachineFacts.class, NoiseEvidence.class, Origin.class);
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.memcmp");

    @Test
    void theThreeModulesAreSeen() {
        for (var seen : List.of("cli.Main", "analysis.RecordingAnalyzer", "probe.Probe", "workloads.Workloads")) {
            assertTrue(ALL.contain(ROOT + seen), seen);
        }
    }

    @Test
    void planKnowsNobody() {
        mayKnow("plan", packages());
    }

    @Test
    void launchKnowsPlanAndAnalysisAndOfTheProbeItsJar() {
        mayKnow("launch", packages("plan", "analysis").or(resideInAPackage(ROOT + "probe")));
        noClasses()
                .that(resideInAPackage(ROOT + "launch").and(not(belongToAnyOf(ProbeJar.class))))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "probe"))
                .check(ALL);
    }

    @Test
    void experimentKnowsPlanLaunchResultStatsAndAnalysis() {
        mayKnow("experiment", packages("plan", "launch", "result", "stats", "analysis"));
    }

    @Test
    void recordingsKnowsPlanResultAndAnalysis() {
        mayKnow("recordings", packages("plan", "result", "analysis"));
    }

    @Test
    void heapsKnowsPlanResultAnalysisAndHowFilesAreUnpacked() {
        mayKnow("heaps", packages("plan", "result", "analysis", "recordings"));
    }

    @Test
    void resultKnowsPlanStatsAnalysisAndHowATrialEnded() {
        mayKnow("result", packages("plan", "stats", "analysis").or(LAUNCH_RECORDS));
    }

    @Test
    void renderKnowsResultAndTheRecordsInIt() {
        mayKnow("render", packages("result", "plan", "stats", "analysis").or(LAUNCH_RECORDS));
    }

    @Test
    void statsKnowsJavaAndDistributionsAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + "stats..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "org.jspecify..",
                        "org.apache.commons.statistics..",
                        ROOT + "stats.."))
                .check(ALL);
        noClasses()
                .that(not(resideInAPackage(ROOT + "stats..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons..")
                .check(ALL);
    }

    @Test
    void theAnalysisKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + "analysis..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax..", "org.jspecify..", ROOT + "analysis.."))
                .check(ALL);
    }

    @Test
    void whatRunsInTheMeasuredJvmKnowsTheJdkAlone() {
        classes()
                .that(resideInAnyPackage(ROOT + "workloads..", ROOT + "probe.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax..",
                        "jdk.jfr..",
                        "com.sun.management..",
                        ROOT + "workloads..",
                        ROOT + "probe.."))
                .check(ALL);
    }

    @Test
    void onlyTheCommandsKnowPicocli() {
        noClasses()
                .that(not(resideInAPackage(ROOT + "cli..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(ALL);
    }

    @Test
    void onlyReportsKnowJackson() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "result..", ROOT + "render..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(ALL);
    }

    @Test
    void noTwoPackagesKnowEachOther() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(ALL);
        slices().matching(ROOT + "analysis.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that(not(belongToAnyOf(Main.class)).and(not(resideInAnyPackage(ROOT + "workloads", ROOT + "probe"))))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(ALL);
    }

    @Test
    void onlyMainKnowsTheStandardStreams() {
        noClasses()
                .that(not(belongToAnyOf(Main.class)).and(not(resideInAnyPackage(ROOT + "workloads", ROOT + "probe"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> packages(String... names) {
        return resideInAnyPackage(
                Stream.of(names).map(name -> ROOT + name + "..").toArray(String[]::new));
    }

    private static void mayKnow(String name, DescribedPredicate<JavaClass> known) {
        var own = resideInAPackage(ROOT + name + "..");
        classes()
                .that(own)
                .should()
                .onlyDependOnClassesThat(OTHERS.or(own).or(known))
                .check(ALL);
    }
}
