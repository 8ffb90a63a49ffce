package io.modeltracking.store;

import io.modeltracking.store.shared.SharedSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL and a real S3 server, one of each a test JVM; each test has a schema and a prefix of its own. */
public final class Servers {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static EmbeddedPostgres postgres;
    private static S3Server s3;

    private Servers() {}

    public static synchronized EmbeddedPostgres postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized S3Server s3() {
        try {
            if (s3 == null) {
                s3 = S3Server.start(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "s3-"));
            }
            return s3;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database's address with a schema that nobody has used. */
    public static String freshSchema() {
        return postgres().getJdbcUrl(null, "postgres").replaceAll("\\?.*", "") + "?currentSchema=test_"
                + NUMBER.incrementAndGet();
    }

    /** Who owns everything there. */
    public static Login owner() {
        return new Login("postgres", "postgres");
    }

    /** A shared store that nobody has used, in both. */
    public static SharedSettings fresh() {
        return settings(freshSchema(), s3());
    }

    public static SharedSettings settings(String url, S3Server server) {
        return settings(url, server.endpoint(), S3Server.LOGIN);
    }

    public static SharedSettings settings(String url, String endpoint, Login bucket) {
        return SharedSettings.of(
                url,
                owner(),
                "s3://" + S3Server.BUCKET + "/" + url.replaceAll(".*=", ""),
                new SharedSettings.Bucket(endpoint, "us-east-1", true, bucket));
    }
}
