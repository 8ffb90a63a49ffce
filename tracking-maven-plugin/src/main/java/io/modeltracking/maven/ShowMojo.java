package io.modeltracking.maven;

import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.registry.RegistryJson;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows a run, a model, a version of it, or which version or run a file is of: its run, data, commit and build, and
 * everything that was done with it.
 *
 * @since 0.1.0
 */
@Mojo(name = "show", aggregator = true)
public final class ShowMojo extends AbstractHistoryMojo {

    /**
     * The run: the first 4 to 32 digits of its id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "run")
    private String run;

    /**
     * The version: <code>motor-frequency/3</code>, or <code>motor-frequency@Production</code>; or a model:
     * <code>motor-frequency</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * A file of a model or run: it is found by its content, whatever its name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "file")
    private File file;

    /**
     * Which metrics of a run to show: <code>validation.*</code>; <code>*</code> is any text and <code>?</code> one character, and
     * several are separated by commas. All by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "metrics")
    private String metrics;

    @Override
    String goal() {
        return "show";
    }

    @Override
    void run() {
        if (run != null) {
            showRun();
        } else if (file != null) {
            showFile();
        } else if (model != null) {
            showModel();
        } else {
            throw new RegistryException("Nothing is named to show: give -Drun=<the first digits of its id>,"
                    + " -Dmodel=motor-frequency/3, -Dmodel=motor-frequency@Production or -Dfile=model.ubj");
        }
    }

    private void showModel() {
        Registry registry = registry();
        if (Registry.namesVersion(model)) {
            show(registry.version(model));
        } else if (json()) {
            write(RegistryJson.of(registry.model(model)));
        } else {
            write(RegistryText.model(registry.model(model)));
        }
    }

    private void showRun() {
        try (RunHistory history = history()) {
            RunSheet sheet = history.sheet(run, registry());
            if (json()) {
                write(sheet.json());
            } else {
                write(sheet.lines(new MetricPatterns(metrics)));
            }
        }
    }

    private void showFile() {
        Registry registry = registry();
        String sha256 = sha256();
        Optional<ModelVersion> version = registry.ofFile(sha256);
        if (version.isPresent()) {
            show(version.get());
        } else {
            showRunsOf(sha256);
        }
    }

    /** The same bytes may come of several runs, which nothing tells apart then: each is named, the first is shown. */
    private void showRunsOf(String sha256) {
        List<RunEntry> runs = List.of();
        if (Files.isDirectory(trackingRoot().runs())) {
            try (RunHistory history = history()) {
                runs = history.ofFile(sha256);
            }
        }
        if (runs.isEmpty()) {
            info("UNKNOWN: no registered version and no run has the content of " + file + " (sha256:" + sha256 + ")");
            return;
        }
        if (!json()) {
            info("No registered version has the content of " + file + ". " + runs.size() + " run(s) made it: "
                    + runs.stream().map(RunEntry::id).collect(Collectors.joining(", ")));
        }
        run = runs.get(0).id();
        showRun();
    }

    private String sha256() {
        try {
            return Sha256.of(file.toPath());
        } catch (IOException e) {
            throw new StoreException("Cannot read " + file + " (" + e + "): give a file with -Dfile=", e);
        }
    }

    private void show(ModelVersion version) {
        if (json()) {
            write(RegistryJson.of(version));
        } else {
            write(RegistryText.version(version));
        }
    }
}
