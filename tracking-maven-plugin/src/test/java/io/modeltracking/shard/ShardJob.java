package io.modeltracking.shard;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.modeltracking.run.SharedStudy;
import io.modeltracking.store.Login;
import io.modeltracking.store.shared.SharedSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A CI job as a JVM of its own: the build's broker, and the tests that ask it. Arguments: folder, database, seconds of a lease. */
public final class ShardJob {

    private ShardJob() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve("study-broker.json");
        SharedSettings store = SharedSettings.of(
                arguments[1],
                new Login("postgres", "postgres"),
                folder.resolve("blobs").toUri().toString(),
                new SharedSettings.Bucket(null, null, false, null));
        try (StudyBroker broker = StudyBroker.open(
                store, "1", "pipeline", "g:m", Duration.ofSeconds(Long.parseLong(arguments[2])), file)) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(CheapStudyTestCase.class))
                                    .configurationParameter("tracking.root", folder.toString())
                                    .configurationParameter("tracking.autolog", "off")
                                    .configurationParameter(SharedStudy.PROPERTY, "auto")
                                    .configurationParameter(SharedStudy.BROKER, file.toString())
                                    .build(),
                            new TestExecutionListener() {
                                @Override
                                public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                    result.getThrowable()
                                            .filter(e -> result.getStatus() == TestExecutionResult.Status.FAILED)
                                            .ifPresent(e -> System.out.println("FAILED: " + e));
                                }
                            });
        }
    }
}
