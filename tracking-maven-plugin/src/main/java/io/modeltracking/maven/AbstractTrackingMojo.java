package io.modeltracking.maven;

import io.modeltracking.registry.EventSigner;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.LedgerException;
import io.modeltracking.registry.LedgerMirror;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.registry.SharedLedger;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.query.FilterException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: where things are, and that they can be skipped. */
abstract class AbstractTrackingMojo extends AbstractStoreMojo {

    private static final int MAX_PROBLEMS = 10;

    @Parameter(defaultValue = "${project.build.directory}/tracking", readonly = true, required = true)
    private File outputDirectory;

    /**
     * The Git ref that the ledger is mirrored to; set to nothing it is mirrored nowhere. Give each its own where several
     * ledgers belong to one repository. <code>git push origin refs/tracking/ledger</code> takes it to where nobody here
     * can change it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.ledger.ref", defaultValue = LedgerMirror.REF)
    private String ledgerRef;

    /**
     * A PEM file with an unencrypted PKCS#8 Ed25519 key, by which each event of the ledger is signed. By default what the
     * environment variable <code>TRACKING_SIGNING_KEY</code> names, else nothing is signed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.signing.key")
    private File signingKey;

    /**
     * Skips all goals of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (skip || skipGoal()) {
                getLog().info("Skipped, as " + (skip ? "tracking.skip" : "tracking." + goal() + ".skip") + " says.");
                skipped();
            } else {
                checkInput();
                join();
                run();
            }
        } catch (RegistryException | FilterException e) {
            // Without the cause, whose message Maven would append to the same message.
            throw new MojoFailureException(ConsoleText.wrap(e.getMessage()));
        } catch (StoreException | LedgerException | IllegalArgumentException e) {
            throw failed(e);
        } finally {
            closeLink();
        }
    }

    /** Brings the ledger here up to that of a shared store, and with it the versions in use. */
    void join() {
        if (!link().isUp()) {
            return;
        }
        SharedLedger shared = new SharedLedger(trackingRoot(), ledger());
        link().attempt(store -> {
            createRoot();
            int news = shared.pull();
            if (news > 0 || session().getRepositorySession().getData().set("io.modeltracking.joined", null, true)) {
                shared.needVersionsInUse();
            }
        });
    }

    final void createRoot() {
        try {
            trackingRoot().create();
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write " + trackingRoot().directory() + " (" + e + "): make it writable", e);
        }
    }

    /** Maven appends the message of a cause, which is the same one: the option -e shows where it came from all the same. */
    static MojoExecutionException failed(RuntimeException problem) {
        MojoExecutionException failure = new MojoExecutionException(ConsoleText.wrap(problem.getMessage()));
        failure.addSuppressed(problem);
        return failure;
    }

    abstract String goal();

    abstract boolean skipGoal();

    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** What a goal refuses before it does anything. */
    void checkInput() {}

    /** What has to be done even then. */
    void skipped() {}

    final Path output() {
        return outputDirectory.toPath();
    }

    final Path buildFile() {
        return output().resolve("build.json");
    }

    /** The ledger, which its mirror in Git follows. */
    final Ledger ledger() {
        TrackingRoot place = trackingRoot();
        return new Ledger(
                place, Clock.systemUTC(), LedgerMirror.at(place.base(), ledgerRef, this::warnOnce), signer(), link());
    }

    /** Null where no key is given. */
    final EventSigner signer() {
        String variable = System.getenv("TRACKING_SIGNING_KEY");
        if (signingKey != null) {
            return EventSigner.of(signingKey.toPath());
        }
        return variable == null || variable.isBlank() ? null : EventSigner.of(Path.of(variable));
    }

    final boolean isPrepared() {
        return buildFile().toFile().exists();
    }

    /** The build that {@code prepare} wrote down: this one, or the last one when the goal is called alone. */
    final BuildFacts build() throws MojoExecutionException {
        if (!isPrepared()) {
            throw new MojoExecutionException(ConsoleText.wrap("There is no " + buildFile()
                    + ": the goal prepare has not run in this module. Bind it (its phase is initialize), or call \"mvn"
                    + " verify\" first"));
        }
        return BuildFacts.read(buildFile());
    }

    /** What goals of this plugin tell later ones, in this module and build. */
    @SuppressWarnings("unchecked")
    final Map<String, Object> pluginContext() {
        return getPluginContext();
    }

    /** Says each problem once a module, however many goals meet it. */
    @SuppressWarnings("unchecked")
    final void warn(List<String> problems) {
        Set<String> said =
                (Set<String>) pluginContext().computeIfAbsent("problems", key -> ConcurrentHashMap.newKeySet());
        List<String> fresh = problems.stream().filter(said::add).toList();
        fresh.stream().limit(MAX_PROBLEMS).forEach(this::warn);
        if (fresh.size() > MAX_PROBLEMS) {
            warn("… and " + (fresh.size() - MAX_PROBLEMS) + " more of these.");
        }
    }

    /** Says a problem once a build, whatever goals and modules meet it. */
    @Override
    final void warnOnce(String problem) {
        String key = "io.modeltracking.said " + problem;
        if (session().getRepositorySession().getData().set(key, null, true)) {
            warn(problem);
        }
    }

    final void warn(String problem) {
        ConsoleText.lines(problem).forEach(getLog()::warn);
    }

    final void info(String text) {
        ConsoleText.lines(text).forEach(getLog()::info);
    }
}
