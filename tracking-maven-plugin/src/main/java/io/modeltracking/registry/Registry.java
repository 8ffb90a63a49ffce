package io.modeltracking.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ledger says of all models.
 *
 * @param waivers all that were given, expired ones and those of models without a version too
 * @param head hash of the last event that it was derived from; null before the first
 */
public record Registry(SortedMap<String, RegisteredModel> models, List<Change> waivers, String head) {

    public Registry {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        waivers = List.copyOf(waivers);
    }

    /** Derives it; the same events give the same value. */
    public static Registry of(List<LedgerEvent> events) {
        return of(events, PublicKeys.NONE);
    }

    /** The same, where these keys vouch for who acted. */
    public static Registry of(List<LedgerEvent> events, PublicKeys keys) {
        RegistryFold fold = new RegistryFold(keys);
        events.forEach(fold::take);
        return new Registry(
                fold.models(),
                fold.waivers(),
                events.isEmpty() ? null : events.get(events.size() - 1).hash());
    }

    /** What it was at an instant, that instant included. */
    public static Registry at(List<LedgerEvent> events, PublicKeys keys, Instant time) {
        return of(events.stream().filter(event -> !event.time().isAfter(time)).toList(), keys);
    }

    /** @throws RegistryException listing the models */
    public RegisteredModel model(String name) {
        if (name == null || name.isBlank()) {
            throw new RegistryException("No model is named: give -Dmodel="
                    + (models.isEmpty() ? "<name>" : String.join(" or -Dmodel=", models.keySet())));
        }
        RegisteredModel model = models.get(name);
        if (model == null) {
            throw new RegistryException("There is no model \"" + name + "\": "
                    + (models.isEmpty()
                            ? "none is registered yet. \"mvn verify\" with the goal register bound, or \"mvn"
                                    + " tracking:register\", registers one"
                            : "there are " + String.join(", ", models.keySet())));
        }
        return model;
    }

    /**
     * Finds a version by {@code name/3}, {@code name@Production}, {@code name@champion}.
     *
     * @throws RegistryException listing the candidates
     */
    public ModelVersion version(String reference) {
        if (reference == null || reference.isBlank()) {
            throw new RegistryException(
                    "No model is named: give -Dmodel=motor-frequency/3 or" + " -Dmodel=motor-frequency@Production");
        }
        int at = reference.lastIndexOf('@');
        if (at > 0) {
            RegisteredModel model = model(reference.substring(0, at));
            Stage stage = Stage.parse(reference.substring(at + 1));
            return model.at(stage)
                    .orElseThrow(() -> new RegistryException(
                            "No version of " + model.name() + " is in " + stage + ": " + standing(model)));
        }
        int slash = reference.lastIndexOf('/');
        if (slash > 0 && reference.substring(slash + 1).matches("[0-9]{1,9}")) {
            return model(reference.substring(0, slash)).version(Integer.parseInt(reference.substring(slash + 1)));
        }
        RegisteredModel model = model(reference);
        throw new RegistryException("Which version of " + model.name() + "? Give -Dmodel=" + model.name()
                + "/<number>: " + standing(model));
    }

    /** Whether the text is written as that of a version: {@code name/3}, {@code name@Production}. */
    public static boolean namesVersion(String reference) {
        return reference != null && reference.matches("(?s).+(@.*|/[0-9]{1,9})");
    }

    private static String standing(RegisteredModel model) {
        return "there are "
                + String.join(
                        ", ",
                        model.versions().stream()
                                .map(version -> version + " (" + version.stage() + ")")
                                .toList());
    }

    /** The version whose file has these bytes. */
    public Optional<ModelVersion> ofFile(String sha256) {
        return models.values().stream()
                .flatMap(model -> model.versions().stream())
                .filter(version -> version.evidence().sha256().contains(sha256))
                .findFirst();
    }

    /** The version of a model with exactly these files. */
    Optional<ModelVersion> same(String model, List<String> sha256) {
        return Optional.ofNullable(models.get(model))
                .flatMap(known -> known.versions().stream()
                        .filter(version -> version.evidence().sha256().equals(sha256))
                        .findFirst());
    }

    int nextVersion(String model) {
        return Optional.ofNullable(models.get(model))
                        .map(known -> known.versions().size())
                        .orElse(0)
                + 1;
    }

    /** Whether a waiver of the rule is in force for a run of a model. */
    boolean waives(String model, String run, Waivable rule, Instant now) {
        return waivers.stream()
                .map(change -> (ModelEvent.Waive) change.event())
                .anyMatch(waiver -> waiver.model().equals(model)
                        && waiver.rule() == rule
                        && (waiver.run() == null || waiver.run().equals(run))
                        && now.isBefore(waiver.expires()));
    }
}
