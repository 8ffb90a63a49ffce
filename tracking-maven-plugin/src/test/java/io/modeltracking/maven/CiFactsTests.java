package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.store.BuildFacts.Ci;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CiFactsTests {

    @Test
    void readsGitHubsVariablesAndTheBranchOfAPullRequest() {
        Map<String, String> push = Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_REPOSITORY",
                "o/r",
                "GITHUB_RUN_ID",
                "7",
                "GITHUB_REF_NAME",
                "main",
                "GITHUB_ACTOR",
                "ada");
        assertThat(CiFacts.of(push)).contains(new Ci("github", "https://github.com/o/r/actions/runs/7", "main", "ada"));
        Map<String, String> pull = Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_REPOSITORY",
                "o/r",
                "GITHUB_RUN_ID",
                "7",
                "GITHUB_REF_NAME",
                "9/merge",
                "GITHUB_HEAD_REF",
                "feature");
        assertThat(CiFacts.of(pull)).map(Ci::branch).contains("feature");
    }

    @Test
    void readsGitLabsAndJenkinsVariables() {
        assertThat(CiFacts.of(Map.of("GITLAB_CI", "true", "CI_JOB_URL", "https://g/j/1", "CI_COMMIT_REF_NAME", "main")))
                .contains(new Ci("gitlab", "https://g/j/1", "main", null));
        assertThat(CiFacts.of(Map.of("JENKINS_URL", "https://j", "BUILD_URL", "https://j/1", "BRANCH_NAME", "PR-1")))
                .contains(new Ci("jenkins", "https://j/1", "PR-1", null));
    }

    @Test
    void findsNoneOnADesk() {
        assertThat(CiFacts.of(Map.of("CI", "maybe", "GITHUB_ACTIONS", "false"))).isEmpty();
    }
}
