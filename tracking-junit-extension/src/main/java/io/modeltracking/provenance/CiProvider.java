package io.modeltracking.provenance;

import java.util.Map;
import java.util.Optional;

/**
 * The CI service that a build runs on, as its environment variables tell.
 *
 * @param name as people write it: {@code GitHub Actions}
 * @param url of the job, or null
 * @param branch that is built, of a pull request its source; null when the variables do not tell or a tag is built
 * @param branchVariable the variable that gave the branch, or null
 * @param actor who started the build, as the service calls them, or null; claimed by the service, proven by nothing here
 */
public record CiProvider(String name, String url, String branch, String branchVariable, String actor) {

    /** Finds the service, the first known one whose variables are set. */
    public static Optional<CiProvider> detect(Map<String, String> env) {
        for (CiService service : CiService.values()) {
            if (service.runs(env)) {
                return Optional.of(service.read(env));
            }
        }
        return Optional.empty();
    }
}
