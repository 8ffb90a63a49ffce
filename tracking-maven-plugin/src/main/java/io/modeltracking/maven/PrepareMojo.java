package io.modeltracking.maven;

import io.modeltracking.provenance.CiProvider;
import io.modeltracking.provenance.GitCommits;
import io.modeltracking.registry.AcceptedFile;
import io.modeltracking.registry.BranchBaselines;
import io.modeltracking.registry.Champions;
import io.modeltracking.registry.LedgerException;
import io.modeltracking.registry.ProductionBaselines;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.StudyHistory;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.PastStudies;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Tells the test JVM of its build: writes <code>target/tracking/build.json</code> and puts the agent and the settings
 * into the property <code>argLine</code>, which Surefire and Failsafe read. Where their own <code>argLine</code> is
 * configured, it has to start with <code>@{argLine}</code>. With <code>forkCount=0</code> there is no such line: pass
 * <code>tracking.build</code> and <code>tracking.root</code>, which are set as project properties too, in
 * <code>systemPropertyVariables</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "prepare", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareMojo extends AbstractSharingMojo {

    private static final Set<String> RECORDED = Set.of("tracking.trials");
    private static final String GROUP = "io.modeltracking";
    private static final String EXTENSION = "tracking-junit-extension";

    /**
     * Skips this goal: tests run without the agent, and their runs belong to no build.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.prepare.skip", defaultValue = "false")
    private boolean skipPrepare;

    /**
     * The name of the property that takes the options of the test JVM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.argLine", defaultValue = "argLine")
    private String argLineProperty;

    /**
     * Whether the test JVM gets the agent that logs trainings by itself. By default it does where the module depends on
     * <code>tracking-junit-extension</code> directly, and that is a jar.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.agent")
    private Boolean agent;

    /**
     * Names of properties that experiments depend on, as a data file that <code>-D</code> chooses: their typed values are recorded
     * with each run, and <code>reproduce</code> gives them again. <code>tracking.trials</code> and
     * <code>tracking.param.*</code> are recorded without being named here.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.recordedProperties")
    private List<String> recordedProperties;

    /**
     * Whether the bytes of the data files of all experiments are kept in the store, each content once, as
     * <code>@ModelExperiment(keepData = true)</code> says it of one experiment.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.keepData", defaultValue = "false")
    private boolean keepData;

    /**
     * Bytes that a kept data file may have; a larger one is an error. By default 256 MiB.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.keepData.limit")
    private Long keepDataLimit;

    /**
     * The branches whose last accepted run is the baseline <code>last</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.baseBranches", defaultValue = "main,master")
    private List<String> baseBranches;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    private final ToolchainManager toolchains;
    private final RuntimeInformation maven;

    @Inject
    public PrepareMojo(ToolchainManager toolchains, RuntimeInformation maven) {
        this.toolchains = toolchains;
        this.maven = maven;
    }

    @Override
    String goal() {
        return "prepare";
    }

    @Override
    boolean skipGoal() {
        return skipPrepare;
    }

    /** {@code @{argLine}} that nothing defines ends the test JVM, and what another build wrote is not this one's. */
    @Override
    void skipped() {
        Properties properties = project().getProperties();
        properties.putIfAbsent(argLineProperty, "");
        try {
            Files.deleteIfExists(buildFile());
        } catch (IOException e) {
            throw new StoreException("Cannot remove " + buildFile() + " (" + e + "): make its folder writable", e);
        }
    }

    @Override
    void run() {
        TrackingRoot root = trackingRoot();
        try {
            root.create();
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write " + root.directory() + " (" + e + "): make it writable, or set tracking.root", e);
        }
        facts(root).write(buildFile());
        SortedMap<String, String> settings = settings(root);
        Properties properties = project().getProperties();
        settings.forEach(properties::setProperty);
        RecordedJvm recorded = RecordedJvm.of(session().getUserProperties());
        settings.putAll(recorded.properties());
        String line = new ArgLine(
                        agentJar(), settings, TestJdk.warnsOfNativeAccess(testJavaFeature()), recorded.processors())
                .before(properties.getProperty(argLineProperty));
        properties.setProperty(argLineProperty, line);
        getLog().info(argLineProperty + " set to " + line);
    }

    private BuildFacts facts(TrackingRoot root) {
        return new BuildFacts(
                BuildFacts.SCHEMA_VERSION,
                BuildId.of(session().getRepositorySession()),
                project().getGroupId() + ":" + project().getArtifactId(),
                project().getVersion(),
                root.base().toString(),
                session().getRequest().getStartTime().toInstant(),
                maven.getMavenVersion(),
                session().getGoals(),
                CiProvider.detect(System.getenv())
                        .map(ci -> new BuildFacts.Ci(ci.name(), ci.url(), ci.branch(), ci.actor()))
                        .orElse(null),
                project().getDependencies().stream()
                        .map(d -> d.getGroupId() + ":" + d.getArtifactId() + ":" + d.getVersion())
                        .sorted()
                        .toList(),
                studies(root),
                baselines(root),
                known("the champion", dependsOnExtension(), () -> new Champions(root, Clock.systemUTC()).all()),
                session().getRequest().getActiveProfiles(),
                typed());
    }

    /** Values may be passwords: only what is known, or named, goes into a record. */
    private SortedMap<String, String> typed() {
        SortedMap<String, String> typed = new TreeMap<>();
        session().getUserProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("tracking.param.") || RECORDED.contains(name) || named().contains(name))
                .forEach(name -> typed.put(name, session().getUserProperties().getProperty(name)));
        return typed;
    }

    private List<String> named() {
        return recordedProperties == null ? List.of() : recordedProperties;
    }

    /** A module without experiments has searched nothing; what cannot be read must not stop its tests. */
    private StudyHistory studies(TrackingRoot root) {
        if (!dependsOnExtension()) {
            return null;
        }
        String module = project().getGroupId() + ":" + project().getArtifactId();
        String commit = GitCommits.head(project().getBasedir().toPath()).orElse(null);
        try {
            link().attempt(store -> store.needStudies(module, commit));
        } catch (StoreException e) {
            warn("Studies of other machines can neither be resumed nor be learnt from: " + e.getMessage());
        }
        try {
            StudyHistory studies = new PastStudies(root, Clock.systemUTC()).of(module);
            return studies.equals(StudyHistory.NONE) ? null : studies;
        } catch (StoreException e) {
            getLog().warn("Studies can neither be resumed nor learn from earlier ones: " + e.getMessage());
            return null;
        }
    }

    private List<BaselineRecord> baselines(TrackingRoot root) {
        List<BaselineRecord> baselines = new ArrayList<>();
        baselines.addAll(known(
                "Production", dependsOnExtension(), () -> new ProductionBaselines(root, Clock.systemUTC()).all()));
        baselines.addAll(known(AcceptedFile.NAME, true, () -> new AcceptedFile(root).all()));
        baselines.addAll(
                known("the base branch", true, () -> BranchBaselines.all(root, link().source(root), baseBranches)));
        return baselines;
    }

    /** A store that cannot be read must not stop the tests of a module: what is compared fails there. */
    private <T> List<T> known(String what, boolean asked, Supplier<List<T>> read) {
        if (!asked) {
            return List.of();
        }
        try {
            return read.get();
        } catch (StoreException | LedgerException e) {
            warn("Nothing can be compared with " + what + ": " + e.getMessage());
            return List.of();
        }
    }

    private boolean dependsOnExtension() {
        return project().getDependencies().stream()
                .anyMatch(d -> GROUP.equals(d.getGroupId()) && EXTENSION.equals(d.getArtifactId()));
    }

    /** Surefire itself hands on what was typed, and warns of what it finds twice. */
    private SortedMap<String, String> settings(TrackingRoot root) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("tracking.build", buildFile().toAbsolutePath().toString());
        settings.put("tracking.root", root.base().toString());
        Terminal.of(session().getRequest().isInteractiveMode(), System.getenv())
                .ifPresent(terminal -> settings.put("tracking.terminal", terminal.toString()));
        if (keepData) {
            settings.put("tracking.keepData", "true");
        }
        if (keepDataLimit != null) {
            settings.put("tracking.keepData.limit", keepDataLimit.toString());
        }
        Reruns.of(project()).ifPresent(count -> settings.put("tracking.reruns", count));
        if (dependsOnExtension()) {
            settings.putAll(shareStudies());
        }
        settings.keySet().removeAll(session().getUserProperties().keySet());
        return settings;
    }

    private Path agentJar() {
        if (agent != null ? !agent : !dependsOnExtension()) {
            return null;
        }
        Path jar = pluginArtifacts.stream()
                .filter(a -> GROUP.equals(a.getGroupId()) && EXTENSION.equals(a.getArtifactId()))
                .map(Artifact::getFile)
                .filter(file -> file != null && file.isFile() && file.getName().endsWith(".jar"))
                .map(file -> file.toPath().toAbsolutePath())
                .findFirst()
                .orElse(null);
        if (jar == null) {
            getLog().info("No agent: " + EXTENSION + " is not packaged yet, so trainings are logged only where the"
                    + " test JVM lets an agent attach.");
        }
        return jar;
    }

    private int testJavaFeature() {
        int own = Runtime.version().feature();
        Toolchain jdk = toolchains.getToolchainFromBuildContext("jdk", session());
        String java = jdk == null ? null : jdk.findTool("java");
        return java == null ? own : TestJdk.feature(Path.of(java), own);
    }
}
