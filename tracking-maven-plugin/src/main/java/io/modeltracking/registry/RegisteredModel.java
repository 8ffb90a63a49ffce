package io.modeltracking.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model with all its versions.
 *
 * @param versions by number
 * @param production numbers of the versions that were in production, without those that a rollback took back; the last
 *     one is there now, or was the last to be
 * @param notes the events that described and tagged the model as a whole
 */
public record RegisteredModel(
        String name,
        List<ModelVersion> versions,
        List<Integer> production,
        List<PendingRequest> requests,
        String description,
        Map<String, String> tags,
        List<Change> notes) {

    public RegisteredModel {
        versions = List.copyOf(versions);
        production = List.copyOf(production);
        requests = List.copyOf(requests);
        tags = Map.copyOf(tags);
        notes = List.copyOf(notes);
    }

    public Optional<ModelVersion> at(Stage stage) {
        return versions.stream().filter(version -> version.stage() == stage).reduce((one, later) -> later);
    }

    /** The version in production. */
    public Optional<ModelVersion> champion() {
        return at(Stage.PRODUCTION);
    }

    /** The version in staging. */
    public Optional<ModelVersion> challenger() {
        return at(Stage.STAGING);
    }

    /** @throws RegistryException listing the versions */
    public ModelVersion version(int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new RegistryException("Model " + name + " has no version " + number + ": it has "
                        + versions.stream()
                                .map(version -> version.number() + " (" + version.stage() + ")")
                                .collect(Collectors.joining(", "))));
    }

    /** The version that a rollback would put into production; empty when none was there before. */
    Optional<ModelVersion> before() {
        int back = champion().isPresent() ? 2 : 1;
        return production.size() < back
                ? Optional.empty()
                : Optional.of(version(production.get(production.size() - back)));
    }

    Optional<PendingRequest> request(int version, Stage to) {
        return requests.stream()
                .filter(request -> request.concerns(version, to))
                .findFirst();
    }
}
