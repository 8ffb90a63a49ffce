package io.modeltracking.maven;

import io.modeltracking.dossier.Dossier;
import io.modeltracking.dossier.DossierReader;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.SharedLedger;
import io.modeltracking.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the dossier of a version for a reviewer or a regulator: what the history and the ledger know of it, as a folder and
 * a zip, with the hash of every file in <code>MANIFEST.sha256</code>. What is lost, and what a person must say and has
 * not, is named in it.
 *
 * @since 0.1.0
 */
@Mojo(name = "dossier", aggregator = true)
public final class DossierMojo extends AbstractRegistryMojo {

    /**
     * The version: <code>motor-frequency/3</code>, or <code>motor-frequency@Production</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * The folder; the zip stands beside it. By default <code>target/tracking/dossier/&lt;model&gt;-&lt;number&gt;</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "output")
    private File output;

    @Override
    String goal() {
        return "dossier";
    }

    @Override
    void run() {
        link().attempt(store -> new SharedLedger(trackingRoot(), ledger())
                .needHistory(registry().version(model)));
        DossierReader reader = new DossierReader(trackingRoot(), publicKeys(), clock(), pluginVersion());
        DossierReader.Reading reading = reader.read(ledger().events(), model);
        ModelVersion version = reading.subject().version();
        Path folder = output == null ? folder(version) : output.toPath();
        try {
            Dossier.Written written = new Dossier(trackingRoot(), signer())
                    .write(reading, folder.toAbsolutePath().normalize());
            warn(List.copyOf(written.problems()));
            info("The dossier of " + version + ", " + written.files() + " files: " + written.folder());
            info("The same as one file: " + written.zip());
        } catch (IOException e) {
            throw new StoreException("Cannot write " + folder + " (" + e + "): make it writable or free space", e);
        }
    }

    private Path folder(ModelVersion version) {
        String name = version.model().replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return output().resolve("dossier").resolve(name + "-" + version.number());
    }
}
