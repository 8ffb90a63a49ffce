package io.modeltracking.shard;

import io.modeltracking.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the jobs of one pipeline have in common, and no other pipeline has. */
public final class StudyKey {

    /** Of GitHub Actions, GitLab, Azure Pipelines, Buildkite, CircleCI, Bitbucket and Jenkins. */
    private static final List<List<String>> VARIABLES = List.of(
            List.of("GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT"),
            List.of("CI_PIPELINE_ID"),
            List.of("BUILD_BUILDID"),
            List.of("BUILDKITE_BUILD_ID"),
            List.of("CIRCLE_WORKFLOW_ID"),
            List.of("BITBUCKET_PIPELINE_UUID"),
            List.of("BUILD_TAG"));

    private StudyKey() {}

    /**
     * What was given, else what a CI service's variables say.
     *
     * @param given null or blank for nothing
     * @throws StoreException when neither says anything
     */
    public static String of(String given, Map<String, String> environment) {
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        return VARIABLES.stream()
                .filter(names -> environment.containsKey(names.get(0)))
                .findFirst()
                .map(names -> names.stream()
                        .filter(environment::containsKey)
                        .map(name -> name + "=" + environment.get(name))
                        .collect(Collectors.joining(" ")))
                .orElseThrow(() -> new StoreException(
                        "tracking.study.shard = auto: nothing says which jobs belong together. Set tracking.study.key to"
                                + " the same text in all of them, and to another one in the next pipeline; "
                                + VARIABLES.stream().map(names -> names.get(0)).collect(Collectors.joining(", "))
                                + " of a CI service do so by themselves"));
    }
}
