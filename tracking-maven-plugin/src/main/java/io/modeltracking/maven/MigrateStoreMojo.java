package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import io.modeltracking.registry.StoreMigration;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.PostgresDatabase;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.shared.SharedStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Copies a whole history to another store and compares the copy: that of this machine into a shared one, or a shared one into a
 * folder. The chain of events stays as it is; nothing is removed here.
 *
 * @since 0.1.0
 */
@Mojo(name = "migrate-store", aggregator = true)
public final class MigrateStoreMojo extends AbstractTrackingMojo {

    /**
     * Where to: <code>jdbc:postgresql://host/database</code> (with <code>tracking.blobs</code>), or a folder, which gets a
     * <code>.tracking</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "to")
    private String to;

    @Override
    String goal() {
        return "migrate-store";
    }

    @Override
    boolean skipGoal() {
        return false;
    }

    @Override
    void checkInput() {
        if (to == null || to.isBlank()) {
            throw new RegistryException("Where to is not said: give -Dto=jdbc:postgresql://host/database"
                    + " -Dtracking.blobs=s3://bucket/prefix, or -Dto=<a folder> with tracking.store set");
        }
    }

    /** Each way has its own store: none is joined. */
    @Override
    void join() {}

    @Override
    void run() throws MojoFailureException {
        StoreMigration migration = new StoreMigration(Clock.systemUTC(), pluginVersion());
        if (to.startsWith(PostgresDatabase.PREFIX)) {
            createRoot();
            try (SharedStore target = open(trackingRoot(), to)) {
                say(migration.up(trackingRoot(), target), target.name());
            }
            return;
        }
        needSharedSettings("migrate-store to a folder");
        TrackingRoot folder = TrackingRoot.find(Path.of(session().getExecutionRootDirectory()), to);
        try {
            folder.create();
        } catch (IOException e) {
            throw new StoreException("Cannot write " + folder.directory() + " (" + e + "): make it writable", e);
        }
        try (SharedStore source = open(folder, null)) {
            say(migration.down(source, folder), folder.directory().toString());
        }
    }

    private SharedStore open(TrackingRoot root, String url) throws SharedStoreException {
        return SharedStore.open(
                url == null ? sharedSettings() : sharedSettings(url), root, Clock.systemUTC(), pluginVersion());
    }

    private void say(StoreMigration.Migrated migrated, String target) throws MojoFailureException {
        warn(migrated.problems());
        String what = migrated.runs() + " run(s), " + migrated.check().events() + " event(s), "
                + migrated.check().files() + " file(s) compared";
        if (!migrated.check().findings().isEmpty()) {
            throw new MojoFailureException(ConsoleText.wrap("The copy in " + target + " is not as the ledger says: "
                    + what + ".\n- " + String.join("\n- ", migrated.check().findings())));
        }
        info(target + " has the whole history: " + what + ".");
    }
}
