package io.modeltracking.experiment;

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
        String type = model == null ? "null" : model.getClass().getName();
        throw new IllegalArgumentException("Model \"" + name + "\" is a " + type
                + ": known are XGBoost4J's Booster, a file (Path) and bytes (byte[]); save yours to one of these");
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
