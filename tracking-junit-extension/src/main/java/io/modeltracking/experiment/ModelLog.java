package io.modeltracking.experiment;

import io.modeltracking.autolog.AutologSink;
import io.modeltracking.autolog.ModelObject;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.run.RunEvent.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Logs models: the file as an artifact, and what is known of it. */
final class ModelLog {

    private final RunLog log;
    private final ArtifactLog artifacts;
    private final List<Artifact> kept = new CopyOnWriteArrayList<>();

    ModelLog(RunLog log, ArtifactLog artifacts) {
        this.log = log;
        this.artifacts = artifacts;
    }

    /** The model files of the run, in the order of logging. */
    List<Artifact> kept() {
        return List.copyOf(kept);
    }

    void logFile(String name, Path file) {
        Names.check("model", name);
        String fileName = TrackedRun.readable(name, file).getFileName().toString();
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot);
        Artifact artifact = artifacts.keepFile(name.endsWith(extension) ? name : name + extension, file);
        record(name, artifact, format(extension), List.of(), null, null);
    }

    void logBytes(String name, byte[] content) {
        Names.check("model", name);
        String extension = extension(content);
        String fileName = name.endsWith(extension) ? name : name + extension;
        Artifact artifact = artifacts.keep(fileName, out -> out.write(content));
        record(name, artifact, format(extension), List.of(), null, null);
    }

    void logObject(String name, Object model) {
        Names.check("model", name);
        ModelObject read;
        try {
            read = ModelObject.of(model)
                    .orElseThrow(() -> new IllegalArgumentException("it is a "
                            + (model == null ? "null" : model.getClass().getName())
                            + ": known are XGBoost4J's Booster, a file (Path) and bytes (byte[]); save yours to one of"
                            + " these"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Model \"" + name + "\": " + e.getMessage(), e);
        }
        String extension = "." + read.format();
        Artifact artifact =
                artifacts.keep(name.endsWith(extension) ? name : name + extension, out -> out.write(read.content()));
        record(
                name,
                artifact,
                "xgboost-" + read.format(),
                features(read.features()),
                read.library(),
                read.libraryVersion());
    }

    static List<Feature> features(List<AutologSink.Feature> features) {
        return features.stream()
                .map(feature -> new Feature(feature.name(), feature.type()))
                .toList();
    }

    /** @param artifact null when the same content was logged before */
    void record(String name, Artifact artifact, String format, List<Feature> features, String library, String version) {
        if (artifact == null) {
            return;
        }
        kept.add(artifact);
        log.append(
                new Model(
                        name, artifact.name(), format, artifact.size(), artifact.sha256(), features, library, version),
                "Model \"" + name + "\"");
    }

    private static String format(String extension) {
        return switch (extension) {
            case ".ubj" -> "xgboost-ubj";
            case ".json" -> "json";
            default -> "file";
        };
    }

    /** XGBoost's two formats by their first bytes. */
    private static String extension(byte[] content) {
        if (content.length > 1 && content[0] == '{') {
            return content[1] == 'L' ? ".ubj" : ".json";
        }
        return ".bin";
    }
}
