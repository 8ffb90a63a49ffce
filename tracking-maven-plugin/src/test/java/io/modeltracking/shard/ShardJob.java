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

/** A CI job as a JVM of its own: the build's broker, and the tests that ask it. Arguments: folder, database, milliseconds of a
 * lease, the class with the study. */
public final class ShardJob {

    private ShardJob() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve("study-broker.json");
        SharedSettings store = SharedSettings.of(
                arguments[1],
                new Login("postgres", "postgres"),
                folder.resolve("blobs").toUri().toString(),
                new SharedSettings.Bucket(null, null, false, null));
        try (StudyBroker broker = StudyBroker.open(
                store, "1", "pipeline", "g:m", Duration.ofMillis(Long.parseLong(arguments[2])), file)) {
            search(Class.forName(arguments[3]), folder, file, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                    result.getThrowable()
                            .filter(e -> result.getStatus() == TestExecutionResult.Status.FAILED)
                            .ifPresent(e -> System.out.println("FAILED: " + e));
                }
            });
        }
    }

    /** Runs the tests of a class, which ask the broker of the file. */
    static void search(Class<?> study, Path folder, Path file, TestExecutionListener listener) {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(study))
                                .configurationParameter("tracking.root", folder.toString())
                                .configurationParameter("tracking.autolog", "off")
                                .configurationParameter(SharedStudy.PROPERTY, "auto")
                                .configurationParameter(SharedStudy.BROKER, file.toString())
                                .build(),
                        listener);
    }
}
