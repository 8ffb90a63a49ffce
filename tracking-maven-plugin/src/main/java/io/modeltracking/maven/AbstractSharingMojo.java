package io.modeltracking.maven;

import io.modeltracking.run.SharedStudy;
import io.modeltracking.shard.StudyBroker;
import io.modeltracking.shard.StudyKey;
import io.modeltracking.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/** Whether the studies of a module are searched together with other jobs. */
abstract class AbstractSharingMojo extends AbstractTrackingMojo {

    /**
     * <code>auto</code> lets the studies of this module be searched together with those of other jobs that have the same
     * <code>tracking.study.key</code> and the same shared store; by default, or as <code>off</code>, each job searches alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = SharedStudy.PROPERTY)
    private String studyShard;

    /**
     * What the jobs that share studies have in common and no others have. By default the id of the pipeline, as the variables of
     * GitHub Actions, GitLab, Azure Pipelines, Buildkite, CircleCI, Bitbucket and Jenkins say it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.study.key")
    private String studyKey;

    /**
     * Seconds after which the trial of a job that is not heard of goes to another one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.study.lease", defaultValue = "60")
    private int studyLease;

    /**
     * What the test JVM has to know; nothing unless sharing is asked for. Opens the broker, which lives until {@code record} or
     * the end of Maven's JVM; the file that is named holds its token, which stands nowhere else.
     *
     * @throws StoreException when what is asked for is unknown or lacks the shared store
     */
    final Map<String, String> shareStudies() {
        if (!isSharing()) {
            return Map.of();
        }
        if (studyLease < 1) {
            throw new StoreException("tracking.study.lease is " + studyLease + ": it is a number of seconds from 1");
        }
        Path file = output().resolve("study-broker.json").toAbsolutePath();
        String key = StudyKey.of(studyKey, System.getenv());
        SharedSearch.begin(
                pluginContext(),
                StudyBroker.open(
                        needSharedSettings(SharedStudy.PROPERTY + " = auto"),
                        pluginVersion(),
                        key,
                        project().getGroupId() + ":" + project().getArtifactId(),
                        Duration.ofSeconds(studyLease),
                        file));
        info("Studies of this module are searched together with all jobs of \"" + key + "\".");
        return Map.of(SharedStudy.PROPERTY, "auto", SharedStudy.BROKER, file.toString());
    }

    private boolean isSharing() {
        return switch (studyShard == null ? "" : studyShard.strip()) {
            case "", "off" -> false;
            case "auto" -> true;
            default ->
                throw new StoreException(
                        SharedStudy.PROPERTY + " is \"" + studyShard.strip() + "\": it is auto, or off");
        };
    }
}
