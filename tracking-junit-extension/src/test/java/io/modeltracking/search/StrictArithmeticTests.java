package io.modeltracking.search;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A proposal is the same to the last bit on every machine. */
class StrictArithmeticTests {

    private static final JavaClasses SEARCH = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.modeltracking.search");

    /** What {@link Math} specifies exactly; its other functions may differ by processor. */
    private static final Set<String> EXACT =
            Set.of("abs", "ceil", "floor", "floorDiv", "floorMod", "max", "min", "rint", "round", "signum", "sqrt");

    @Test
    void transcendentalFunctionsAreStrictMaths() {
        noClasses()
                .that(resideInAPackage("io.modeltracking.search.."))
                .should()
                .callCodeUnitWhere(target(functionOfTheProcessor()))
                .check(SEARCH);
    }

    @Test
    void nothingIsSummedInTheOrderOfThreads() {
        noClasses()
                .that(resideInAPackage("io.modeltracking.search.."))
                .should()
                .callCodeUnitWhere(target(DescribedPredicate.describe(
                        "of a parallel stream",
                        (AccessTarget target) -> target.getName().startsWith("parallel"))))
                .check(SEARCH);
    }

    private static DescribedPredicate<AccessTarget> functionOfTheProcessor() {
        return DescribedPredicate.describe(
                "function of Math that may differ by processor",
                (AccessTarget target) -> target.getOwner().isEquivalentTo(Math.class)
                        && !target.getName().endsWith("Exact")
                        && !EXACT.contains(target.getName()));
    }
}
