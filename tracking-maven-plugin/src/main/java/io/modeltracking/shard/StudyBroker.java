package io.modeltracking.shard;

import io.modeltracking.run.RunJson;
import io.modeltracking.run.SharedStudy.Address;
import io.modeltracking.store.PostgresDatabase;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.shared.SharedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** A module's broker of shared studies, with the database that it asks and the file that says where it listens. */
public final class StudyBroker implements AutoCloseable {

    private static final String OWNER_ONLY = "rw-------";

    private final PostgresDatabase database;
    private final TrialBroker broker;
    private final Path file;
    private final Thread hook = new Thread(this::end, "tracking-broker-end");

    private StudyBroker(PostgresDatabase database, TrialBroker broker, Path file) {
        this.database = database;
        this.broker = broker;
        this.file = file;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Connects, listens, and writes the file.
     *
     * @param build what the jobs of one pipeline have in common
     * @param module whose tests ask
     * @param lease how long a trial belongs to a job that is not heard of
     * @throws StoreException when the database does not answer, no port is free or the file cannot be written
     */
    public static StudyBroker open(
            SharedSettings store, String plugin, String build, String module, Duration lease, Path file) {
        PostgresDatabase database = PostgresDatabase.open(store.url(), store.login(), plugin);
        TrialBroker broker = null;
        try {
            broker = TrialBroker.open(database.leases(lease), build, module);
            write(file, broker.address());
            return new StudyBroker(database, broker, file);
        } catch (IOException e) {
            if (broker != null) {
                broker.close();
            }
            database.close();
            throw new StoreException(
                    "tracking.study.shard = auto: cannot listen for the test JVM and write " + file + " (" + e
                            + "): make its folder writable, and let a port of the loopback be bound",
                    e);
        }
    }

    /** The token is for its owner alone, from the first byte on. */
    private static void write(Path file, Address address) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        FileAttribute<?>[] attributes =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        Files.write(file, RunJson.mapper().writeValueAsBytes(address));
    }

    private void end() {
        broker.close();
        database.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /** Gives back what the tests have not ended, and listens no more. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM ends, and the hook does the same.
            return;
        }
        end();
    }
}
