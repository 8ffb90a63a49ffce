package io.modeltracking.provenance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each CI service calls its facts, from the services' own lists of predefined variables. */
enum CiService {
    GITHUB(
            "GitHub Actions",
            "GITHUB_ACTIONS",
            env -> "tag".equals(env.get("GITHUB_REF_TYPE"))
                    ? List.of("GITHUB_HEAD_REF")
                    : List.of("GITHUB_HEAD_REF", "GITHUB_REF_NAME"),
            env -> joined(env, "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}"),
            "GITHUB_TRIGGERING_ACTOR",
            "GITHUB_ACTOR"),
    GITLAB(
            "GitLab CI",
            "GITLAB_CI",
            env -> List.of("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH"),
            env -> env.get("CI_JOB_URL"),
            "GITLAB_USER_LOGIN"),
    JENKINS(
            "Jenkins",
            "JENKINS_URL",
            env -> List.of("CHANGE_BRANCH", "BRANCH_NAME", "GIT_BRANCH"),
            env -> env.get("BUILD_URL"),
            "BUILD_USER_ID"),
    AZURE(
            "Azure Pipelines",
            "TF_BUILD",
            env -> List.of("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
            env -> joined(env, "{SYSTEM_COLLECTIONURI}{SYSTEM_TEAMPROJECT}/_build/results?buildId={BUILD_BUILDID}"),
            "BUILD_REQUESTEDFOR"),
    BITBUCKET(
            "Bitbucket Pipelines",
            "BITBUCKET_BUILD_NUMBER",
            env -> List.of("BITBUCKET_BRANCH"),
            env -> joined(
                    env, "https://bitbucket.org/{BITBUCKET_REPO_FULL_NAME}/pipelines/results/{BITBUCKET_BUILD_NUMBER}"),
            "BITBUCKET_STEP_TRIGGERER_UUID"),
    CIRCLECI(
            "CircleCI",
            "CIRCLECI",
            env -> List.of("CIRCLE_BRANCH"),
            env -> env.get("CIRCLE_BUILD_URL"),
            "CIRCLE_USERNAME"),
    TRAVIS(
            "Travis CI",
            "TRAVIS",
            env -> env.getOrDefault("TRAVIS_TAG", "").isBlank()
                    ? List.of("TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH")
                    : List.of(),
            env -> env.get("TRAVIS_JOB_WEB_URL")),
    // TeamCity passes its branch as a build parameter, which a build must map to a variable of its own.
    TEAMCITY("TeamCity", "TEAMCITY_VERSION", env -> List.of(), env -> env.get("BUILD_URL")),
    BUILDKITE(
            "Buildkite",
            "BUILDKITE",
            env -> env.getOrDefault("BUILDKITE_TAG", "").isBlank() ? List.of("BUILDKITE_BRANCH") : List.of(),
            env -> env.get("BUILDKITE_BUILD_URL"),
            "BUILDKITE_BUILD_CREATOR"),
    CODEBUILD(
            "AWS CodeBuild",
            "CODEBUILD_BUILD_ARN",
            env -> List.of("CODEBUILD_WEBHOOK_HEAD_REF"),
            env -> env.get("CODEBUILD_PUBLIC_BUILD_URL"),
            "CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID",
            "CODEBUILD_INITIATOR"),
    DRONE(
            "Drone",
            "DRONE",
            env -> env.getOrDefault("DRONE_TAG", "").isBlank()
                    ? List.of("DRONE_SOURCE_BRANCH", "DRONE_BRANCH")
                    : List.of(),
            env -> env.get("DRONE_BUILD_LINK"),
            "DRONE_BUILD_TRIGGER");

    private static final String HEADS = "refs/heads/";
    private static final String REMOTE = "origin/";

    private final String title;
    private final String marker;
    private final Function<Map<String, String>, List<String>> branches;
    private final Function<Map<String, String>, String> url;
    private final List<String> actors;

    CiService(
            String title,
            String marker,
            Function<Map<String, String>, List<String>> branches,
            Function<Map<String, String>, String> url,
            String... actors) {
        this.title = title;
        this.marker = marker;
        this.branches = branches;
        this.url = url;
        this.actors = List.of(actors);
    }

    boolean runs(Map<String, String> env) {
        String value = env.getOrDefault(marker, "");
        return !value.isBlank() && !"false".equalsIgnoreCase(value);
    }

    CiProvider read(Map<String, String> env) {
        Optional<String> variable = branches.apply(env).stream()
                .filter(name -> branch(env.get(name)) != null)
                .findFirst();
        return new CiProvider(
                title,
                url.apply(env),
                variable.map(env::get).map(CiService::branch).orElse(null),
                variable.orElse(null),
                actors.stream()
                        .map(env::get)
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst()
                        .orElse(null));
    }

    /** A branch's short name; null for tags and the merge commits of pull requests. */
    private static String branch(String ref) {
        if (ref == null || ref.isBlank()) {
            return null;
        }
        if (ref.startsWith(HEADS)) {
            return ref.substring(HEADS.length());
        }
        if (ref.startsWith("refs/") || ref.matches("\\d+/merge")) {
            return null;
        }
        return ref.startsWith(REMOTE) ? ref.substring(REMOTE.length()) : ref;
    }

    /** The template with each variable's value, or null when one is not set. */
    private static String joined(Map<String, String> env, String template) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            String value = env.get(template.substring(open + 1, close));
            if (value == null) {
                return null;
            }
            text.append(template, from, open).append(value.replace(" ", "%20"));
            from = close + 1;
        }
        return text.append(template.substring(from)).toString();
    }
}
