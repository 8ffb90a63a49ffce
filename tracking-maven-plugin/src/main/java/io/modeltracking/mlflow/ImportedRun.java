package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.Journal;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes one run of the server as a run's folder, whole or not at all. */
final class ImportedRun {

    private final TrackingRoot root;
    private final MlflowApi api;
    private final JsonNode run;
    private final String remote;
    private final String experiment;
    private final Map<String, String> tags;
    private final ImportedNames names = new ImportedNames();
    private final List<String> problems = new ArrayList<>();

    ImportedRun(TrackingRoot root, MlflowApi api, JsonNode run, String experiment) {
        this.root = root;
        this.api = api;
        this.run = run;
        this.remote = run.path("info").path("run_id").asText();
        this.experiment = names.of(experiment);
        this.tags = MlflowApi.texts(run.path("data").path("tags"));
        // Addresses of repositories and sources have been written there with a password or a token in them.
        tags.replaceAll((key, value) -> value.replaceAll("://[^/@\\s]*@", "://"));
    }

    private List<String> problems() {
        names.changed()
                .forEach((theirs, ours) -> problems.add("The name \"" + theirs.replaceAll("\\p{Cntrl}", "�")
                        + "\" is none that a run may use here: it became " + ours));
        return problems;
    }

    /**
     * Writes it.
     *
     * @return what is not as it was there, one line each
     */
    List<String> write() throws IOException {
        String id = Importer.id(remote);
        Path folder = staging(root).resolve(id);
        Files.createDirectories(folder.getParent());
        try (Journal journal = Journal.open(folder, started(id))) {
            events(journal);
            ImportedFiles files = new ImportedFiles(api, folder.resolve("artifacts"), names);
            files.take(run).forEach(journal::append);
            problems.addAll(files.problems());
            journal.append(new RunEvent.Finished(end(), status(), null, null, null));
        }
        Files.move(folder, root.run(id), StandardCopyOption.ATOMIC_MOVE);
        return problems();
    }

    private static Path staging(TrackingRoot root) {
        return root.directory().resolve("importing");
    }

    /** Removes what was begun and not ended. */
    static void clear(TrackingRoot root) throws IOException {
        Path folder = staging(root);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private RunEvent.Started started(String id) {
        String parent = tags.get("mlflow.parentRunId");
        String user = tags.getOrDefault(
                "mlflow.user", run.path("info").path("user_id").asText());
        String name = run.path("info").path("run_name").asText();
        return new RunEvent.Started(
                RunEvent.SCHEMA_VERSION,
                time("start_time"),
                id,
                experiment,
                experiment,
                parent == null || name.isEmpty() ? null : names.of(name),
                parent == null || parent.isEmpty() ? null : Importer.id(parent),
                null,
                null,
                1,
                null,
                null,
                null,
                "mlflow:" + remote,
                null,
                null,
                user.isEmpty() ? null : new RunEvent.Author(user, null, "mlflow"),
                null,
                Map.of(
                        "importedFrom",
                        api.http().server() + "/#/experiments/"
                                + run.path("info").path("experiment_id").asText() + "/runs/" + remote));
    }

    private Instant time(String field) {
        return Instant.ofEpochMilli(run.path("info").path(field).asLong());
    }

    private Instant end() {
        return run.path("info").path("end_time").asLong() > 0 ? time("end_time") : time("start_time");
    }

    private Status status() {
        return switch (run.path("info").path("status").asText()) {
            case "FINISHED" -> Status.FINISHED;
            case "KILLED" -> Status.INTERRUPTED;
            default -> Status.BROKEN;
        };
    }

    private void events(Journal journal) throws IOException {
        MlflowApi.texts(run.path("data").path("params"))
                .forEach((key, value) -> journal.append(new RunEvent.Param(names.of(key), typed(value), Origin.USER)));
        for (JsonNode last : run.path("data").path("metrics")) {
            String key = last.path("key").asText();
            for (MetricPoint point : api.history(remote, key)) {
                journal.append(new RunEvent.Metric(names.of(key), point.value(), point.step(), point.time(), null));
            }
        }
        tags.forEach((key, value) -> journal.append(new RunEvent.Tag(names.of(key), value)));
        journal.append(new RunEvent.Tag("imported", "mlflow"));
        if (tags.containsKey("mlflow.note.content")) {
            journal.append(new RunEvent.Note(tags.get("mlflow.note.content")));
        }
        registered().forEach(journal::append);
        if (tags.containsKey("mlflow.source.git.commit")) {
            journal.append(new RunEvent.Fact("source", source()));
        }
        ImportedDatasets.of(run.path("inputs"), names).forEach(journal::append);
    }

    /** What MLflow has as text is a number or a boolean where the text is exactly what one would be written as. */
    static ParamValue typed(String text) {
        if (text.matches("-?(0|[1-9][0-9]{0,17})") && !text.equals("-0")) {
            return ParamValue.of(Long.parseLong(text));
        }
        if (text.matches("-?[0-9]{1,20}\\.[0-9]{1,20}([eE]-?[0-9]{1,3})?")) {
            ParamValue value = ParamValue.of(Double.parseDouble(text));
            return value.text().equals(text) ? value : ParamValue.of(text);
        }
        return text.equals("true") || text.equals("false") ? ParamValue.of(Boolean.valueOf(text)) : ParamValue.of(text);
    }

    /** Versions in a registry are not registered here, where a gate and a person decide that: they become tags. */
    private List<RunEvent> registered() {
        List<RunEvent> found = new ArrayList<>();
        JsonNode versions =
                api.http().get(MlflowApi.API + "model-versions/search", Map.of("filter", "run_id = '" + remote + "'"));
        for (JsonNode version : versions.path("model_versions")) {
            List<String> aliases = new ArrayList<>();
            // A search leaves the aliases out.
            api.http()
                    .get(
                            MlflowApi.API + "model-versions/get",
                            Map.of(
                                    "name", version.path("name").asText(),
                                    "version", version.path("version").asText()))
                    .path("model_version")
                    .path("aliases")
                    .forEach(alias -> aliases.add(alias.asText()));
            found.add(new RunEvent.Tag(
                    names.of("mlflow.registered." + version.path("name").asText()),
                    version.path("version").asText()
                            + (aliases.isEmpty() ? "" : " (" + String.join(", ", aliases) + ")")));
        }
        return found;
    }

    private String source() throws IOException {
        SourceState state = new SourceState(
                "git",
                "imported from MLflow, which knows the commit alone",
                tags.get("mlflow.source.git.commit"),
                tags.get("mlflow.source.git.branch"),
                null,
                tags.get("mlflow.source.git.repoURL"),
                "true".equalsIgnoreCase(tags.get("mlflow.source.git.dirty")),
                false,
                null,
                null,
                List.of(),
                false);
        byte[] json = RunJson.mapper().writeValueAsBytes(state);
        String sha256 = Sha256.of(json);
        Files.write(root.fact(sha256), json);
        return sha256;
    }
}
