package io.modeltracking.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What stands in the way of a version, and what waivers take out of it. */
final class Waivers {

    private Waivers() {}

    /**
     * The evidence with the rules that were waived.
     *
     * @throws RegistryException naming what stands in the way
     */
    static Evidence apply(Registry registry, String model, Evidence evidence, Instant now) {
        List<Waivable> waived = new ArrayList<>();
        if (evidence.dirty()) {
            check(
                    registry.waives(model, evidence.run(), Waivable.DIRTY_TREE, now),
                    Waivable.DIRTY_TREE,
                    "The work tree had uncommitted changes when run " + shortId(evidence)
                            + " was made: commit and run again",
                    model,
                    waived);
        }
        List<String> missing = missing(evidence);
        if (!missing.isEmpty()) {
            check(
                    registry.waives(model, evidence.run(), Waivable.MISSING_EVIDENCE, now),
                    Waivable.MISSING_EVIDENCE,
                    "Run " + shortId(evidence) + " has no " + String.join(", no ", missing) + ": log it and run again",
                    model,
                    waived);
        }
        return new Evidence(
                evidence.run(),
                evidence.study(),
                evidence.experiment(),
                evidence.rank(),
                evidence.overridden(),
                evidence.considered(),
                evidence.files(),
                evidence.datasets(),
                evidence.commit(),
                evidence.branch(),
                evidence.dirty(),
                evidence.build(),
                evidence.module(),
                evidence.gates(),
                evidence.authors(),
                evidence.about(),
                waived);
    }

    static List<String> missing(Evidence evidence) {
        List<String> missing = new ArrayList<>();
        if (evidence.commit() == null) {
            missing.add("commit");
        }
        if (evidence.datasets().stream().noneMatch(data -> data.sha256() != null)) {
            missing.add("data set with a hash");
        }
        return missing;
    }

    private static void check(boolean isWaived, Waivable rule, String problem, String model, List<Waivable> waived) {
        if (!isWaived) {
            throw new RegistryException(problem + ", or waive it with \"mvn tracking:waive -Dmodel=" + model
                    + " -Drule=" + rule + " -Dexpires=<date> -Dreason=…\"");
        }
        waived.add(rule);
    }

    private static String shortId(Evidence evidence) {
        return evidence.run().substring(0, 8);
    }
}
