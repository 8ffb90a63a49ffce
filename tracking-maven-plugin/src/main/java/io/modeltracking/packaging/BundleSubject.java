package io.modeltracking.packaging;

import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a bundle is made of.
 *
 * @param registration the event by which the version came to be
 * @param run that made it; null when its journal is lost, and the bundle has no signature then
 * @param project {@code groupId:artifactId:version} of the module
 * @param tool version of the plugin
 */
public record BundleSubject(
        ModelVersion version, LedgerEvent registration, RunRecord run, String project, String tool) {

    /**
     * A file of the model.
     *
     * @param name in the bundle, and where it comes to lie there
     * @param logged what the run says of it; null when its journal is lost
     */
    record ModelFile(String name, String sha256, Model logged) {

        boolean isXGBoost() {
            return logged == null ? name.endsWith(".ubj") : logged.format().startsWith("xgboost-");
        }
    }

    /** One file is {@code model.<extension>}; several keep their names. */
    List<ModelFile> files() {
        var files = version.evidence().files();
        return files.stream()
                .map(file -> new ModelFile(
                        files.size() == 1 ? "model" + extension(file.name()) : file.name(),
                        file.sha256(),
                        logged(file.sha256())))
                .toList();
    }

    /** The one that MLflow loads; empty when there is none of XGBoost's, or more than one. */
    Optional<ModelFile> booster() {
        List<ModelFile> boosters = files().stream().filter(ModelFile::isXGBoost).toList();
        return boosters.size() == 1 ? Optional.of(boosters.get(0)) : Optional.empty();
    }

    private Model logged(String sha256) {
        return run == null
                ? null
                : run.models().stream()
                        .filter(model -> Objects.equals(model.sha256(), sha256))
                        .findFirst()
                        .orElse(null);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot < name.lastIndexOf('/') ? "" : name.substring(dot);
    }
}
