package io.modeltracking.maven;

import io.modeltracking.registry.Registry;
import io.modeltracking.registry.SharedLedger;
import io.modeltracking.serve.HistoryServer;
import io.modeltracking.serve.JoinedStore;
import io.modeltracking.serve.ServedHistory;
import io.modeltracking.serve.ServedLedger;
import io.modeltracking.serve.ServerSettings;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.shared.SharedStore;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the whole history in a browser, on this machine, until it is ended by Ctrl-C: runs of every build and branch, studies,
 * comparisons, models and the ledger, while builds run too. It only reads.
 *
 * @since 0.1.0
 */
@Mojo(name = "serve", aggregator = true)
public final class ServeMojo extends AbstractRegistryMojo {

    /**
     * The port. Where it is taken, the next free one is used.
     *
     * @since 0.1.0
     */
    @Parameter(property = "port", defaultValue = "5000")
    private int port;

    /**
     * The address to listen at: by default this machine alone can ask. Any other, such as <code>0.0.0.0</code>, demands a token
     * of at least 16 characters in the environment variable <code>TRACKING_SERVE_TOKEN</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.serve.address", defaultValue = "127.0.0.1")
    private String address;

    /**
     * Further host names by which browsers call the page, separated by commas; others are refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.serve.hosts")
    private List<String> hosts;

    @Override
    String goal() {
        return "serve";
    }

    @Override
    void run() {
        // Maven's own log reads this when the server's library makes its first logger.
        System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.jetty", "warn");
        ServerSettings settings = new ServerSettings(
                address, port, hosts == null ? List.of() : hosts, System.getenv("TRACKING_SERVE_TOKEN"));
        if (Files.isDirectory(trackingRoot().runs()) || link().isUp()) {
            try (RunHistory history = RunHistory.open(trackingRoot(), clock(), pluginVersion(), link())) {
                warn(history.problems());
            }
        } else {
            info("There is no history in " + trackingRoot().directory()
                    + " yet: the page shows the first run when it starts.");
        }
        try (HistoryServer server = HistoryServer.start(settings, history())) {
            Thread end = new Thread(server::close, "tracking-serve-end");
            Runtime.getRuntime().addShutdownHook(end);
            if (server.port() != port && port != 0) {
                info("Port " + port + " is taken: using " + server.port() + ".");
            }
            String places = trackingRoot().directory() + (link().isUp() ? " and " + link().name() : "");
            info("The history in " + places + " is at http://localhost:" + server.port() + "/ until Ctrl-C.");
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServedHistory history() {
        String name = project().getName() == null
                ? trackingRoot().base().getFileName().toString()
                : project().getName();
        SharedStore shared = link().isUp() ? link().need() : null;
        return new ServedHistory(
                name,
                pluginVersion(),
                trackingRoot(),
                clock(),
                () -> index(shared),
                shared,
                new ServedLedger(
                        () -> ledger().events(),
                        () -> new SharedLedger(trackingRoot(), ledger()).pull(),
                        events -> Registry.of(events, publicKeys())),
                this::warn);
    }

    /** A connection of its own for each who asks. */
    private HistoryStore index(SharedStore shared) {
        if (shared == null) {
            return RunHistory.open(trackingRoot(), clock(), pluginVersion()).store();
        }
        return new JoinedStore(
                History.open(trackingRoot(), pluginVersion(), false).store(), shared::index, shared.name());
    }
}
