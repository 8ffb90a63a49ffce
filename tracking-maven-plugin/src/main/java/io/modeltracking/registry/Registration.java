package io.modeltracking.registry;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Winner;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Blobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes versions of a build's runs, where its gates hold and its branch is one that may. */
public final class Registration {

    private final TrackingRoot root;
    private final Candidates candidates;
    private final EvidenceReader evidence;
    private final Registrar registrar;
    private final Blobs blobs;
    private final List<String> branches;

    /**
     * @param about what only people know, by the model's name
     * @param branches names, with {@code *} for any characters
     */
    public Registration(
            TrackingRoot root,
            Candidates candidates,
            Map<String, Map<String, String>> about,
            Registrar registrar,
            Blobs blobs,
            List<String> branches) {
        this.root = root;
        this.candidates = candidates;
        this.evidence = new EvidenceReader(root, candidates, about);
        this.registrar = registrar;
        this.blobs = blobs;
        this.branches = List.copyOf(branches);
    }

    /**
     * Registers the accepted winner of an experiment.
     *
     * @param accepted the experiment's accepted runs
     * @throws RegistryException when there is not one, or something stands in its way
     */
    public Registrar.Registered winner(String experiment, List<RunRecord> accepted) {
        if (accepted.size() != 1) {
            throw new RegistryException(experiment + " has " + accepted.size() + " accepted runs: "
                    + (accepted.isEmpty()
                            ? "there is nothing to register"
                            : "choose one with \"mvn tracking:register -Drun=<id> -Dreason=…\" among "
                                    + String.join(
                                            ", ",
                                            accepted.stream()
                                                    .map(RunRecord::shortId)
                                                    .toList())));
        }
        return register(accepted.get(0), null, "Accepted winner of " + experiment + ", its gates hold");
    }

    /** Registers a run that a person chose; what rule would have chosen another is kept with it. */
    public Registrar.Registered chosen(String prefix, String reason) {
        registrar.checkReason(reason);
        RunRecord run = candidates.run(prefix);
        RunRecord study = evidence.parent(run);
        Winner winner = study == null ? null : study.search().winner();
        boolean overrides = winner != null && !winner.run().equals(run.id());
        return register(run, overrides ? "trial " + winner.trial() + " by " + winner.rule() : null, reason);
    }

    private Registrar.Registered register(RunRecord run, String overridden, String reason) {
        List<String> violations = candidates.violations(run.experiment());
        if (!violations.isEmpty()) {
            throw new RegistryException(
                    run.experiment() + " is not registered, its gates do not hold: " + String.join("; ", violations));
        }
        Evidence found = evidence.of(run, overridden);
        checkBranch(found);
        if (found.files().isEmpty()) {
            throw new RegistryException("Run " + found.run().substring(0, 8) + " of " + run.experiment()
                    + " has logged no model: call run.model(name, file)");
        }
        return registrar.register(run.started().model(), found, reason, () -> keep(found));
    }

    private void checkBranch(Evidence found) {
        if (found.branch() == null || branches.stream().noneMatch(pattern -> matches(pattern.trim(), found.branch()))) {
            throw new RegistryException(found.experiment() + " is not registered: "
                    + (found.branch() == null ? "no branch is known" : "the branch is " + found.branch())
                    + ", and only runs of " + String.join(", ", branches)
                    + " become versions (tracking.register.branches)");
        }
    }

    private static boolean matches(String pattern, String branch) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), branch);
    }

    private void keep(Evidence found) {
        Path folder = root.run(found.run()).resolve("artifacts");
        for (Evidence.File file : found.files()) {
            Path source = folder.resolve(file.name()).normalize();
            if (!source.startsWith(folder)) {
                throw new RegistryException("The model's file " + file.name() + " lies outside its run's folder");
            }
            String sha256 = blobs.put(source);
            if (!sha256.equals(file.sha256())) {
                throw new RegistryException(source + " was changed after it was logged (sha256:" + sha256
                        + ", logged was " + file.sha256() + "): run the experiment again");
            }
        }
    }
}
