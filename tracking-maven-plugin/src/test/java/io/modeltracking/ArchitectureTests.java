package io.modeltracking;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the plugin. */
class ArchitectureTests {

    private static final String[] PLAIN = {
        "io.modeltracking.store..",
        "io.modeltracking.shard..",
        "io.modeltracking.gate..",
        "io.modeltracking.registry..",
        "io.modeltracking.reproduce..",
        "io.modeltracking.dossier..",
        "io.modeltracking.packaging..",
        "io.modeltracking.bundle..",
        "io.modeltracking.mlflow..",
        "io.modeltracking.report..",
        "io.modeltracking.serve.."
    };

    // Of this module alone: looking for packages would open every jar of the class path.
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void onlyTheGoalsKnowMaven() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject..", "org.junit..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheGoals() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat(resideInAPackage("io.modeltracking.maven.."))
                .check(CLASSES);
    }

    @Test
    void gatesArePure() {
        noClasses()
                .that()
                .resideInAPackage("io.modeltracking.gate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.sql..", "io.modeltracking.store..")
                .check(CLASSES);
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
                .check(CLASSES);
    }

    @Test
    void whatABundleBringsNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.modeltracking.bundle..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.modeltracking.bundle..")
                .check(CLASSES);
    }

    @Test
    void packagesMakeNoCycle() {
        slices().matching("io.modeltracking.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void goalsSpeakByTheLogAndTimesAreInstants() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(CLASSES);
    }
}
