package io.modeltracking.store.shared;

import io.modeltracking.store.Login;
import io.modeltracking.store.PostgresDatabase;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.objects.FolderObjects;
import io.modeltracking.store.objects.ObjectStore;
import io.modeltracking.store.objects.S3Objects;
import io.modeltracking.store.objects.S3Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where a shared store is, checked.
 *
 * @param name of the database, as people are told it
 * @param url {@code jdbc:postgresql://…}
 * @param login who connects to the database; null leaves it to the driver
 * @param objects opens the files' place
 */
public record SharedSettings(String name, String url, Login login, Supplier<ObjectStore> objects) {

    /**
     * Checks what a POM says.
     *
     * @param blobs {@code s3://bucket/prefix}, or {@code file:///folder}
     * @throws StoreException naming what is wrong
     */
    public static SharedSettings of(String url, Login login, String blobs, Bucket bucket) {
        String name = PostgresDatabase.name(url);
        if (blobs == null || blobs.isBlank()) {
            throw new StoreException(
                    "tracking.store is " + name + ", and tracking.blobs is not set: it says where files"
                            + " are kept, as \"s3://bucket/prefix\" or \"file:///mnt/team/tracking\"");
        }
        String place = blobs.strip();
        if (place.startsWith("file:")) {
            Path folder = Path.of(URI.create(place));
            return new SharedSettings(name, url, login, () -> new FolderObjects(folder));
        }
        S3Settings s3 = S3Settings.of(place, bucket.endpoint(), bucket.region(), bucket.pathStyle(), bucket.login());
        return new SharedSettings(name, url, login, () -> new S3Objects(s3));
    }

    /** What is said of a bucket beside its address; null where nothing is. */
    public record Bucket(String endpoint, String region, boolean pathStyle, Login login) {}
}
