package io.modeltracking.experiment;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs experiment classes as JUnit does, listeners included, and reads back the runs that they leave. */
final class Experiments {

    private final Path base;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, TestExecutionResult> results = new HashMap<>();

    private Experiments(Path base) {
        this.base = base;
        parameters.put("tracking.root", base.toString());
        // However the build that runs these tests treats its own failures.
        parameters.put("surefire.rerunFailingTestsCount", "0");
        parameters.put("failsafe.rerunFailingTestsCount", "0");
    }

    static Experiments in(Path base) {
        return new Experiments(base);
    }

    Experiments with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Experiments execute(Class<?>... testClasses) {
        return execute(Stream.of(testClasses).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new));
    }

    Experiments execute(DiscoverySelector... selectors) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameters(parameters)
                .build();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                if (identifier.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    results.put(identifier.getUniqueId(), result);
                }
            }
        });
        awaitFacts();
        return this;
    }

    /** Runs again what failed, as Surefire does: by the unique ids of whatever failed. */
    Experiments rerun() {
        DiscoverySelector[] failed = results.entrySet().stream()
                .filter(entry -> entry.getValue().getStatus() == TestExecutionResult.Status.FAILED)
                .map(entry -> selectUniqueId(entry.getKey()))
                .toArray(DiscoverySelector[]::new);
        results.clear();
        return execute(failed);
    }

    /** They are read beside the tests, and may still be when JUnit removes the folder. */
    private static void awaitFacts() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("tracking-source") || thread.getName().equals("tracking-environment")) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    TrackingRoot root() {
        return new TrackingRoot(base.resolve(TrackingRoot.NAME));
    }

    /** Every run on disk, in the order of starting. */
    List<RunRecord> runs() {
        JournalReader reader = new JournalReader(root());
        try (Stream<Path> folders = Files.list(root().runs())) {
            return folders.map(reader::read)
                    .sorted(Comparator.comparing(
                                    (RunRecord run) -> run.started().time())
                            .thenComparing(run -> run.started().uniqueId())
                            .thenComparing(run -> run.started().parent() != null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunRecord onlyRun() {
        List<RunRecord> runs = runs();
        if (runs.size() != 1) {
            throw new AssertionError("expected one run, but there are " + runs.size());
        }
        return runs.get(0);
    }

    RunRecord run(String method) {
        return runs().stream()
                .filter(run ->
                        run.started().method().equals(method) && run.started().parent() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no run of " + method));
    }

    /** The trials of a method's study, by number. */
    List<RunRecord> trials(String method) {
        return runs().stream()
                .filter(run ->
                        run.started().method().equals(method) && run.started().trial() != null)
                .sorted(Comparator.comparing(run -> run.started().trial()))
                .toList();
    }

    /** What JUnit said of each trial of that method, by its index, from 1. */
    List<TestExecutionResult> trialResults(String method) {
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().contains(":" + method + "(")
                        && entry.getKey().contains("#"))
                .sorted(Comparator.comparing(
                        entry -> Integer.valueOf(entry.getKey().replaceAll(".*#(\\d+)]$", "$1"))))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The failure of a method's study as a whole. */
    Throwable studyFailure(String method) {
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().contains(":" + method + "(")
                        && !entry.getKey().contains("#"))
                .findFirst()
                .flatMap(entry -> entry.getValue().getThrowable())
                .orElseThrow(() -> new AssertionError("the study " + method + " did not fail: " + results));
    }

    /** What JUnit said of that method, its study before its trials. */
    TestExecutionResult result(String method) {
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().contains(":" + method + "("))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result of " + method + " in " + results.keySet()));
    }

    /** The failure that JUnit shows for that method. */
    Throwable failure(String method) {
        return result(method).getThrowable().orElseThrow(() -> new AssertionError(method + " did not fail"));
    }

    Map<String, TestExecutionResult> results() {
        return results;
    }
}
