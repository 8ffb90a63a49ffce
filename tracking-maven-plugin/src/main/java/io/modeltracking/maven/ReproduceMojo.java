package io.modeltracking.maven;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.registry.SharedLedger;
import io.modeltracking.reproduce.BuildTool;
import io.modeltracking.reproduce.DataPlaces;
import io.modeltracking.reproduce.ExplainerSettings;
import io.modeltracking.reproduce.Reproducer;
import io.modeltracking.reproduce.Reproduction;
import io.modeltracking.reproduce.ReproductionReport;
import io.modeltracking.reproduce.WhatIf;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Makes an old run again from its commit, the files that were not committed, its data and its seed, in a copy with a history of its
 * own, and says whether the result is IDENTICAL, EQUIVALENT, DIVERGED or NOT REPRODUCIBLE; the last two fail. Neither the
 * work tree nor the history is touched. The evidence lies in <code>target/tracking/reproduce/&lt;run&gt;</code>. With
 * <code>-Dexplain=</code> it says instead from what the difference between two versions comes; the evidence of that lies in
 * <code>target/tracking/explain</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "reproduce", aggregator = true)
public final class ReproduceMojo extends AbstractRegistryMojo {

    /**
     * The run: the first 4 to 32 digits of its id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "run")
    private String run;

    /**
     * Or a version of a model: <code>motor-frequency/3</code>, or <code>motor-frequency@Production</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * Or every model's version in a stage: <code>Production</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "stage")
    private String stage;

    /**
     * Two versions, the old one first, as <code>motor-frequency/3,motor-frequency/4</code>: from what the difference of a metric
     * between them comes. The groups in which they differ (code, data, params, dependencies) are swapped one at a time and in all
     * orders: with <code>k</code> of them <code>2^k</code> builds are made.
     *
     * @since 0.1.0
     */
    @Parameter(property = "explain")
    private String explain;

    /**
     * The metric that <code>explain</code> is about. By default the objective of the new version's study, else that of its first
     * gate.
     *
     * @since 0.1.0
     */
    @Parameter(property = "metric")
    private String metric;

    /**
     * A folder in which data files are looked for by their content.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.data")
    private File data;

    /**
     * The JDBC URL of the database whose rows the run read: its queries are asked again, and their results compared by hash. The
     * driver is a <code>&lt;dependency&gt;</code> of this plugin; name and password come from the environment variables
     * <code>TRACKING_JDBC_USER</code> and <code>TRACKING_JDBC_PASSWORD</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.jdbc")
    private String jdbc;

    /**
     * How far a metric may be from the old one, relative to it, to be EQUIVALENT.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.reproduce.tolerance", defaultValue = "1e-9")
    private double tolerance;

    /**
     * Seconds that the build of the copy may take; 0 for any number.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.reproduce.timeout", defaultValue = "3600")
    private int timeout;

    /**
     * What if it had been made on this feature version of Java, as <code>21</code>? The same comparison, with a JDK that
     * <code>toolchains.xml</code> names; no event of the ledger.
     *
     * @since 0.1.0
     */
    @Parameter(property = "what-if.jdk")
    private String whatIfJdk;

    /**
     * What if it had been made with this library, <code>groupId:artifactId:version</code>? The same comparison; no event of the
     * ledger.
     *
     * @since 0.1.0
     */
    @Parameter(property = "what-if.dependency")
    private String whatIfDependency;

    /**
     * Who acts, as for <code>promote</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.actor")
    private String actor;

    private final ProjectBuilder projects;
    private final ToolchainManager toolchains;

    @Inject
    public ReproduceMojo(ProjectBuilder projects, ToolchainManager toolchains) {
        this.projects = projects;
        this.toolchains = toolchains;
    }

    @Override
    String goal() {
        return "reproduce";
    }

    @Override
    void run() throws MojoFailureException {
        if (explain != null) {
            explain();
            return;
        }
        WhatIf whatIf = WhatIf.of(whatIfJdk, whatIfDependency);
        Map<String, String> runs = new NamedRuns(run, model, stage)
                .ids(this::registry, () -> RunHistory.open(trackingRoot(), clock(), pluginVersion(), link()));
        Map<String, Reproduction> all = new LinkedHashMap<>();
        runs.forEach((name, id) -> {
            info(name + " is made again; Maven writes to " + folder(id).resolve("maven.log"));
            Reproduction reproduction = reproduce(id, whatIf);
            ReproductionText.lines(reproduction).forEach(this::info);
            if (whatIf.isAsked()) {
                info("A verdict of what would be: the ledger keeps none of it.");
            } else {
                record(name, reproduction);
            }
            info("Evidence: " + folder(id).resolve("reproduction.md"));
            all.put(name, reproduction);
        });
        if (all.size() > 1) {
            all.forEach((name, one) -> info(name + ": " + one.verdict().text()));
            info("The worst of " + all.size() + ": "
                    + ReproductionText.worst(all).text());
        }
        if (!ReproductionText.worst(all).confirmed()) {
            throw new MojoFailureException(
                    ConsoleText.wrap(ReproductionText.failures(all) + ". See " + output().resolve("reproduce")));
        }
    }

    private Reproduction reproduce(String id, WhatIf whatIf) {
        link().attempt(store -> new SharedLedger(trackingRoot(), ledger()).needWithAncestors(id));
        Path folder = folder(id);
        try {
            EmptyFolder.make(folder);
            Reproduction reproduction = new Reproducer(
                            trackingRoot(),
                            folder,
                            new DataPlaces(data == null ? null : data.toPath(), jdbc),
                            tolerance,
                            whatIf,
                            maven(folder))
                    .reproduce(id);
            ReproductionReport.write(reproduction, folder);
            return reproduction;
        } catch (IOException e) {
            throw new StoreException("Cannot write " + folder + " (" + e + "): make it writable", e);
        }
    }

    /** Writes its log into the folder. */
    private BuildTool maven(Path folder) {
        return new CopyBuild(
                new CopyDependencies(projects, session()),
                new ToolchainJdks(toolchains, session()),
                folder.resolve("maven.log"),
                timeout);
    }

    private void explain() throws MojoFailureException {
        if (Stream.of(run, model, stage, whatIfJdk, whatIfDependency).anyMatch(Objects::nonNull)) {
            throw new RegistryException(
                    "-Dexplain= names what is made again: leave -Drun=, -Dmodel=, -Dstage=" + " and -Dwhat-if.… out");
        }
        Path folder = output().resolve("explain").toAbsolutePath();
        EmptyFolder.make(folder);
        Path local = session()
                .getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath();
        ExplainerSettings settings = new ExplainerSettings(
                trackingRoot(),
                folder,
                data == null ? null : data.toPath(),
                tolerance,
                session().getAllProjects().stream()
                        .map(MavenProject::getArtifactId)
                        .collect(Collectors.toSet()),
                this::maven,
                new CopyLibraries(local));
        new ChangeAnalysis(settings, registry(), this::info).explain(explain, metric);
    }

    private Path folder(String id) {
        boolean asIs = whatIfJdk == null && whatIfDependency == null;
        return output().resolve("reproduce")
                .resolve(id.substring(0, 8) + (asIs ? "" : "-what-if"))
                .toAbsolutePath();
    }

    /** One event of the ledger: the last time somebody tried is a question of every review. */
    private void record(String name, Reproduction reproduction) {
        String asked = stage == null && model == null ? null : name.substring(0, name.lastIndexOf('/'));
        Actor who = Actor.detect(actor, System.getenv(), trackingRoot().base());
        new Registrar(ledger(), clock(), new Registrar.Policy(who, 0, false, false))
                .reproduced(
                        asked == null ? modelOf(reproduction.original()) : asked,
                        reproduction.original(),
                        reproduction.verdict().text(),
                        "asked for on the console");
    }

    private String modelOf(String id) {
        try {
            return new JournalReader(trackingRoot())
                    .read(trackingRoot().run(id))
                    .started()
                    .model();
        } catch (JournalException e) {
            throw new RegistryException(e.getMessage());
        }
    }
}
