package io.modeltracking;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the plugin. */
class ArchitectureTests {

    private static final String[] PLAIN = {
        "io.modeltracking.store..",
        "io.modeltracking.gate..",
        "io.modeltracking.registry..",
        "io.modeltracking.reproduce..",
        "io.modeltracking.dossier..",
        "io.modeltracking.packaging..",
        "io.modeltracking.bundle..",
        "io.modeltracking.report.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("tracking-junit-extension"))
            .importPackages("io.modeltracking");

    @Test
    void onlyTheGoalsKnowMaven() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject..", "org.junit..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void nothingKnowsTheGoals() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat(resideInAPackage("io.modeltracking.maven.."))
                .check(classes);
    }

    @Test
    void gatesArePure() {
        noClasses()
                .that()
                .resideInAPackage("io.modeltracking.gate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.sql..", "io.modeltracking.store..")
                .check(classes);
    }

    @Test
    void onlyTheStoreKnowsTheDatabase() {
        // The queries of a run are asked in the user's own database.
        noClasses()
                .that()
                .resideOutsideOfPackage("io.modeltracking.store..")
                .and()
                .doNotHaveSimpleName("QueryCheck")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..", "org.jdbi..", "org.flywaydb..")
                .check(classes);
    }

    @Test
    void whatABundleBringsNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.modeltracking.bundle..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.modeltracking.bundle..")
                .check(classes);
    }

    @Test
    void packagesMakeNoCycle() {
        slices().matching("io.modeltracking.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void goalsSpeakByTheLogAndTimesAreInstants() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(classes);
    }
}
