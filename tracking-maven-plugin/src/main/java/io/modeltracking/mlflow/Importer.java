package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.Names;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.AtOnce;
import io.modeltracking.store.FolderLock;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Takes runs of an MLflow server into {@code .tracking/runs}. Doing it again takes only what is new. */
public final class Importer {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final TrackingRoot root;
    private final MlflowApi api;

    public Importer(TrackingRoot root, MlflowServer server) {
        this.root = root;
        this.api = new MlflowApi(new MlflowHttp(server));
    }

    /**
     * Takes them.
     *
     * @param experiments name, with * and ?
     * @throws RegistryException when no experiment has such a name
     * @throws MlflowException when the server refuses, or does not answer; what was taken stays, and is not taken again
     */
    public Imported take(String experiments) {
        Pattern pattern = pattern(experiments);
        List<JsonNode> all = api.experiments();
        List<JsonNode> wanted = all.stream()
                .filter(one -> pattern.matcher(one.path("name").asText()).matches())
                .toList();
        if (wanted.isEmpty()) {
            throw new RegistryException("No experiment on the server is named " + experiments + ": there are "
                    + String.join(
                            ", ",
                            all.stream().map(one -> one.path("name").asText()).toList()));
        }
        try {
            root.create();
            // What one import has begun, another would take for left over.
            try (FolderLock held = FolderLock.take(root.directory().resolve("import.lock"), PATIENCE)) {
                ImportedRun.clear(root);
                Imported imported = take(wanted);
                ImportedRun.clear(root);
                return imported;
            }
        } catch (IOException e) {
            throw new StoreException("Cannot write a run to " + root.runs() + " (" + e + "): make it writable", e);
        }
    }

    private Imported take(List<JsonNode> wanted) throws IOException {
        List<Callable<List<String>>> lacking = new ArrayList<>();
        int there = 0;
        int running = 0;
        for (JsonNode experiment : wanted) {
            String name = experiment.path("name").asText();
            for (JsonNode run : api.runs(experiment.path("experiment_id").asText(), "")) {
                if (isHere(run)) {
                    there++;
                } else if (Set.of("RUNNING", "SCHEDULED")
                        .contains(run.path("info").path("status").asText())) {
                    running++;
                } else {
                    lacking.add(new ImportedRun(root, api, run, name)::write);
                }
            }
        }
        Set<String> problems = new LinkedHashSet<>();
        try (AtOnce threads = new AtOnce(AT_ONCE, "runs were imported: import again to complete them")) {
            threads.all(lacking).forEach(problems::addAll);
        }
        return new Imported(lacking.size(), there, running, new ArrayList<>(problems));
    }

    private static Pattern pattern(String experiments) {
        if (experiments == null || experiments.isBlank()) {
            throw new RegistryException("No experiment is named: give -Dexperiment=<name, with * and ?>, or"
                    + " \"-Dexperiment=*\" for all");
        }
        StringBuilder regex = new StringBuilder();
        for (char c : experiments.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private boolean isHere(JsonNode run) {
        Map<String, String> tags = MlflowApi.texts(run.path("data").path("tags"));
        String ours = tags.get(RunContent.ID);
        return Files.exists(root.run(id(run.path("info").path("run_id").asText())))
                || (Names.isRunId(ours) && Files.exists(root.run(ours)));
    }

    /** Theirs where it has our form, as those that MLflow makes have; else one that follows from it. */
    static String id(String theirs) {
        return Names.isRunId(theirs) ? theirs : Sha256.of("mlflow:" + theirs).substring(0, 32);
    }
}
