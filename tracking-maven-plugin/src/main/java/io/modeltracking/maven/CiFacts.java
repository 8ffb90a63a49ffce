package io.modeltracking.maven;

import io.modeltracking.store.BuildFacts.Ci;
import java.util.Map;
import java.util.Optional;

/** The continuous integration job that the variables of the environment tell of. */
final class CiFacts {

    private CiFacts() {}

    static Optional<Ci> of(Map<String, String> environment) {
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            String url = environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com") + "/"
                    + environment.get("GITHUB_REPOSITORY") + "/actions/runs/" + environment.get("GITHUB_RUN_ID");
            String head = environment.getOrDefault("GITHUB_HEAD_REF", "");
            String branch = head.isBlank() ? environment.get("GITHUB_REF_NAME") : head;
            return Optional.of(new Ci("github", url, branch, environment.get("GITHUB_ACTOR")));
        }
        if ("true".equals(environment.get("GITLAB_CI"))) {
            return Optional.of(new Ci(
                    "gitlab",
                    environment.get("CI_JOB_URL"),
                    environment.getOrDefault(
                            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", environment.get("CI_COMMIT_REF_NAME")),
                    environment.get("GITLAB_USER_LOGIN")));
        }
        if (environment.containsKey("JENKINS_URL")) {
            return Optional.of(new Ci(
                    "jenkins",
                    environment.get("BUILD_URL"),
                    environment.getOrDefault("CHANGE_BRANCH", environment.get("BRANCH_NAME")),
                    environment.get("BUILD_USER_ID")));
        }
        return Optional.empty();
    }
}
