package io.modeltracking.maven;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.reproduce.Finding;
import io.modeltracking.reproduce.Reproducer;
import io.modeltracking.reproduce.Reproduction;
import io.modeltracking.reproduce.ReproductionReport;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes an old run again from its commit, the files that were not committed, its data and its seed, in a copy with a history of its
 * own, and says whether the result is IDENTICAL, EQUIVALENT, DIVERGED or NOT REPRODUCIBLE; the last two fail. Neither the
 * work tree nor the history is touched. The evidence lies in <code>target/tracking/reproduce/&lt;run&gt;</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "reproduce", aggregator = true)
public final class ReproduceMojo extends AbstractRegistryMojo {

    private static final int SHOWN = 10;

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
     * A folder in which data files are looked for by their content.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.data")
    private File data;

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
     * Who acts, as for <code>promote</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.actor")
    private String actor;

    @Override
    String goal() {
        return "reproduce";
    }

    @Override
    void run() throws MojoFailureException {
        String id = id();
        Path folder = output().resolve("reproduce").resolve(id.substring(0, 8)).toAbsolutePath();
        Reproduction reproduction;
        try {
            remove(folder);
            Files.createDirectories(folder);
            info("Run " + id.substring(0, 8) + " is made again; Maven writes to " + folder.resolve("maven.log"));
            CopyBuild build = new CopyBuild(session(), folder.resolve("maven.log"), timeout);
            reproduction = new Reproducer(trackingRoot(), folder, data == null ? null : data.toPath(), tolerance, build)
                    .reproduce(id);
            ReproductionReport.write(reproduction, folder);
        } catch (JournalException e) {
            throw new RegistryException(e.getMessage());
        } catch (IOException e) {
            throw new StoreException("Cannot write " + folder + " (" + e + "): make it writable", e);
        }
        say(reproduction);
        record(reproduction);
        info("Evidence: " + folder.resolve("reproduction.md"));
        if (!reproduction.verdict().confirmed()) {
            throw new MojoFailureException(ConsoleText.wrap("Run " + id.substring(0, 8) + ": "
                    + reproduction.verdict().text()
                    + (reproduction.problem() == null ? "" : ", " + reproduction.problem())
                    + ". See " + folder.resolve("reproduction.md")));
        }
    }

    private String id() {
        if (run == null && model == null) {
            throw new RegistryException("Nothing is named to reproduce: give -Drun=<the first digits of its id>, or"
                    + " -Dmodel=motor-frequency/3 or -Dmodel=motor-frequency@Production");
        }
        if (run == null) {
            return registry().version(model).evidence().run();
        }
        try (RunHistory history = RunHistory.open(trackingRoot(), clock(), pluginVersion())) {
            return history.run(run).id();
        }
    }

    /** One event of the ledger: the last time somebody tried is a question of every review. */
    private void record(Reproduction reproduction) {
        String name = new JournalReader(trackingRoot())
                .read(trackingRoot().run(reproduction.original()))
                .started()
                .model();
        Actor who = Actor.detect(actor, System.getenv(), trackingRoot().base());
        new Registrar(ledger(), clock(), new Registrar.Policy(who, 0, false, false))
                .reproduced(
                        name, reproduction.original(), reproduction.verdict().text(), "asked for on the console");
    }

    private void say(Reproduction reproduction) {
        for (Finding finding : reproduction.findings()) {
            info(String.format("%-10s %-18s %s", finding.state(), finding.item(), finding.detail()));
        }
        Stream.concat(reproduction.differences().stream(), reproduction.environment().stream())
                .limit(SHOWN)
                .forEach(difference -> info("differs    " + difference.kind() + " " + difference.name() + ": "
                        + difference.original() + " → " + difference.reproduced()
                        + (difference.tolerated() ? " (within the tolerance)" : "")));
        int all = reproduction.differences().size() + reproduction.environment().size();
        if (all > SHOWN) {
            info("differs    … and " + (all - SHOWN) + " more, in the evidence");
        }
        info("Verdict: " + reproduction.verdict().text());
    }

    /** What an earlier call left. */
    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
