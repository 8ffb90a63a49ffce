package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiProviderTests {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        GitHub Actions      | GITHUB_ACTIONS=true GITHUB_REF_NAME=main GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=a/b GITHUB_RUN_ID=7 GITHUB_ACTOR=ann | main | GITHUB_REF_NAME | https://github.com/a/b/actions/runs/7 | ann
        GitHub Actions      | GITHUB_ACTIONS=true GITHUB_REF_NAME=12/merge GITHUB_HEAD_REF=fix GITHUB_TRIGGERING_ACTOR=bob GITHUB_ACTOR=ann | fix | GITHUB_HEAD_REF | - | bob
        GitHub Actions      | GITHUB_ACTIONS=true GITHUB_REF_NAME=v1 GITHUB_REF_TYPE=tag | - | - | - | -
        GitHub Actions      | GITHUB_ACTIONS=true GITHUB_REF_NAME=12/merge | - | - | - | -
        GitLab CI           | GITLAB_CI=true CI_COMMIT_BRANCH=main CI_JOB_URL=https://g/1 GITLAB_USER_LOGIN=ann | main | CI_COMMIT_BRANCH | https://g/1 | ann
        GitLab CI           | GITLAB_CI=true CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=fix | fix | CI_MERGE_REQUEST_SOURCE_BRANCH_NAME | - | -
        Jenkins             | JENKINS_URL=https://j/ GIT_BRANCH=origin/main BUILD_URL=https://j/1/ BUILD_USER_ID=ann | main | GIT_BRANCH | https://j/1/ | ann
        Jenkins             | JENKINS_URL=https://j/ BRANCH_NAME=PR-3 CHANGE_BRANCH=fix | fix | CHANGE_BRANCH | - | -
        Azure Pipelines     | TF_BUILD=True BUILD_SOURCEBRANCH=refs/heads/a/b SYSTEM_COLLECTIONURI=https://dev.azure.com/o/ SYSTEM_TEAMPROJECT=p BUILD_BUILDID=5 BUILD_REQUESTEDFOR=Ann | a/b | BUILD_SOURCEBRANCH | https://dev.azure.com/o/p/_build/results?buildId=5 | Ann
        Azure Pipelines     | TF_BUILD=True BUILD_SOURCEBRANCH=refs/pull/1/merge SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/fix | fix | SYSTEM_PULLREQUEST_SOURCEBRANCH | - | -
        Bitbucket Pipelines | BITBUCKET_BUILD_NUMBER=3 BITBUCKET_BRANCH=main BITBUCKET_REPO_FULL_NAME=o/p BITBUCKET_STEP_TRIGGERER_UUID={u} | main | BITBUCKET_BRANCH | https://bitbucket.org/o/p/pipelines/results/3 | {u}
        CircleCI            | CIRCLECI=true CIRCLE_BRANCH=main CIRCLE_BUILD_URL=https://c/1 CIRCLE_USERNAME=ann | main | CIRCLE_BRANCH | https://c/1 | ann
        Travis CI           | TRAVIS=true TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST_BRANCH=fix TRAVIS_JOB_WEB_URL=https://t/1 | fix | TRAVIS_PULL_REQUEST_BRANCH | https://t/1 | -
        Travis CI           | TRAVIS=true TRAVIS_BRANCH=v1 TRAVIS_TAG=v1 | - | - | - | -
        TeamCity            | TEAMCITY_VERSION=2026.1 BUILD_URL=https://t/2 | - | - | https://t/2 | -
        Buildkite           | BUILDKITE=true BUILDKITE_BRANCH=main BUILDKITE_BUILD_URL=https://b/1 BUILDKITE_BUILD_CREATOR=Ann | main | BUILDKITE_BRANCH | https://b/1 | Ann
        AWS CodeBuild       | CODEBUILD_BUILD_ARN=arn:1 CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/main CODEBUILD_INITIATOR=ann | main | CODEBUILD_WEBHOOK_HEAD_REF | - | ann
        Drone               | DRONE=true DRONE_BRANCH=main DRONE_SOURCE_BRANCH=fix DRONE_BUILD_LINK=https://d/1 DRONE_BUILD_TRIGGER=ann | fix | DRONE_SOURCE_BRANCH | https://d/1 | ann
        """)
    void readsEachService(String name, String env, String branch, String variable, String url, String actor) {
        assertThat(CiProvider.detect(variables(env))).contains(new CiProvider(name, url, branch, variable, actor));
    }

    @Test
    void elsewhereThereIsNone() {
        assertThat(CiProvider.detect(Map.of("HOME", "/home/a", "BRANCH_NAME", "x")))
                .isEmpty();
        assertThat(CiProvider.detect(Map.of("CIRCLECI", "false", "DRONE", " "))).isEmpty();
    }

    private static Map<String, String> variables(String text) {
        return Arrays.stream(text.split(" "))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, LinkedHashMap::new));
    }
}
