package io.modeltracking.maven;

import io.modeltracking.packaging.BundleSubject;
import io.modeltracking.packaging.BundleWriter;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.SharedLedger;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Attaches the version that the build registered as a jar with the classifier <code>model</code>, so that <code>mvn
 * deploy</code> publishes it and a service depends on it: the model's files, what <code>mlflow.xgboost.load_model</code> and
 * <code>mlflow.pyfunc.load_model</code> read, where it came from, and the class
 * <code>io.modeltracking.bundle.ModelBundle</code>, which opens the files and checks them. Of several versions each is
 * attached as <code>model-&lt;name of the model&gt;</code>. Bind it after <code>register</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class PackageMojo extends AbstractTrackingMojo {

    @Component
    private MavenProjectHelper helper;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.package.skip", defaultValue = "false")
    private boolean skipPackage;

    /**
     * Another version: <code>motor-frequency/3</code>, or <code>motor-frequency@Production</code>. In a build of several
     * modules it is attached in the one that made it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * The artifact's classifier.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.package.classifier", defaultValue = "model")
    private String classifier;

    @Override
    String goal() {
        return "package";
    }

    @Override
    boolean skipGoal() {
        return skipPackage;
    }

    @Override
    void run() throws MojoExecutionException {
        List<LedgerEvent> events = ledger().events();
        List<ModelVersion> versions = versions(Registry.of(events));
        if (versions.isEmpty()) {
            info(
                    model == null
                            ? "No model is packaged: this build registered none in this module."
                                    + " -Dmodel=<name>/<number> names another."
                            : "No model is packaged: another module made " + model + ".");
        }
        for (ModelVersion version : versions) {
            attach(version, events, versions.size() == 1 ? classifier : classifier + "-" + safe(version.model()));
        }
    }

    private List<ModelVersion> versions(Registry registry) throws MojoExecutionException {
        if (model != null) {
            ModelVersion version = registry.version(model);
            boolean here = session().getProjects().size() == 1
                    || module().equals(version.evidence().module());
            return here ? List.of(version) : List.of();
        }
        Collection<String> registered = RegisteredVersions.of(pluginContext());
        if (!registered.isEmpty()) {
            return registered.stream().map(registry::version).toList();
        }
        if (!isPrepared()) {
            return List.of();
        }
        BuildFacts build = build();
        return registry.models().values().stream()
                .flatMap(known -> known.versions().stream())
                .filter(version -> build.buildId().equals(version.evidence().build())
                        && module().equals(version.evidence().module()))
                .toList();
    }

    private void attach(ModelVersion version, List<LedgerEvent> events, String kind) {
        Path jar = output().resolveSibling(project().getBuild().getFinalName() + "-" + kind + ".jar");
        try {
            link().attempt(store -> new SharedLedger(trackingRoot(), ledger()).need(version));
            BundleSubject subject = new BundleSubject(
                    version,
                    registration(version, events),
                    run(version.evidence().run()),
                    module() + ":" + project().getVersion(),
                    pluginVersion());
            new BundleWriter(new FolderBlobs(trackingRoot().directory().resolve("blobs"))).write(subject, jar);
        } catch (IOException e) {
            throw new StoreException("Cannot package " + version + " (" + e.getMessage() + ")", e);
        }
        helper.attachArtifact(project(), "jar", kind, jar.toFile());
        info(version + " is attached with the classifier " + kind + ": " + jar);
    }

    private static LedgerEvent registration(ModelVersion version, List<LedgerEvent> events) {
        long seq = version.history().get(0).seq();
        return events.stream().filter(event -> event.seq() == seq).findFirst().orElseThrow();
    }

    private RunRecord run(String id) {
        Path folder = Names.isRunId(id) ? trackingRoot().run(id) : null;
        return folder != null && Files.isRegularFile(folder.resolve(JournalReader.FILE))
                ? new JournalReader(trackingRoot()).read(folder)
                : null;
    }

    private String module() {
        return project().getGroupId() + ":" + project().getArtifactId();
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
