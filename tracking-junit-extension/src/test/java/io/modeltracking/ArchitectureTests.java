package io.modeltracking;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between packages: who may know whom. */
class ArchitectureTests {

    private static final String ROOT = "io.modeltracking";

    /** What makes a method a test. */
    private static final String TEMPLATES = ".*[.](ModelExperiment|(Grid|Random|Bayesian)Search)";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static DescribedPredicate<JavaClass> of(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    /** Which of our packages, and which libraries beside the JDK, a package may use. */
    private static void mayUse(String from, String... packages) {
        DescribedPredicate<JavaClass> allowed =
                of("java..", "javax..", "com.sun.management..", "").or(of(from)).or(of(packages));
        classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(allowed)
                .check(CLASSES);
    }

    @Test
    void theRootKnowsJUnitsAnnotationsAndTheExtension() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .haveNameNotMatching(TEMPLATES)
                .should()
                .dependOnClassesThat(of(ROOT + ".*..", "org.junit..", "com.fasterxml.."))
                .check(CLASSES);
        noClasses()
                .that()
                .haveNameMatching(TEMPLATES)
                .should()
                .dependOnClassesThat(of(ROOT + ".*..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("ModelExperimentExtension"))))
                .check(CLASSES);
    }

    @Test
    void everyPackageUsesWhatTheDesignAllows() {
        mayUse(ROOT + ".run", "com.fasterxml.jackson..");
        mayUse(ROOT + ".evaluation", ROOT);
        mayUse(ROOT + ".search", "org.apache.commons.numbers..");
        mayUse(ROOT + ".chart", "org.knowm.xchart..", "com.fasterxml.jackson..");
        mayUse(ROOT + ".validation", ROOT + ".run");
        mayUse(
                ROOT + ".provenance",
                ROOT,
                ROOT + ".run",
                "org.eclipse.jgit..",
                "com.fasterxml.jackson..",
                "de.siegmar.fastcsv..");
        mayUse(
                ROOT + ".autolog",
                ROOT + ".run",
                "net.bytebuddy..",
                "com.fasterxml.jackson..",
                "ml.dmlc..",
                "tech.tablesaw..");
        mayUse(ROOT + ".tablesaw", ROOT, "tech.tablesaw..");
    }

    @Test
    void onlyTheExperimentRunsOnJUnit() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".experiment")
                .should()
                .dependOnClassesThat(of("org.junit..", "org.opentest4j.."))
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsMaven() {
        noClasses().should().dependOnClassesThat(of("org.apache.maven..")).check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheExtensionAndItsListenerArePublicInTheirPackage() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".experiment")
                .and()
                .doNotHaveSimpleName("ModelExperimentExtension")
                .and()
                .doNotHaveSimpleName("ExperimentListener")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    /** A signature that names an optional library's type makes the compiler demand it of everybody. */
    @Test
    void optionalLibrariesStandOnlyInTheirRooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".autolog", ROOT + ".tablesaw")
                .should()
                .dependOnClassesThat(of("ml.dmlc..", "tech.tablesaw.."))
                .check(CLASSES);
    }

    /** One room is the named exception. */
    @Test
    void onlyTheConsolePrints() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                CLASSES.that(DescribedPredicate.not(JavaClass.Predicates.simpleName("Console"))));
    }

    @Test
    void valuesAreImmutable() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".run", ROOT + ".validation", ROOT + ".evaluation")
                .and()
                .areRecords()
                .should()
                .haveOnlyFinalFields()
                .check(CLASSES);
    }
}
