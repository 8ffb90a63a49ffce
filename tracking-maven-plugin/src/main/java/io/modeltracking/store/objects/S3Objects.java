package io.modeltracking.store.objects;

import io.modeltracking.store.Login;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of Amazon's S3, or of a service that speaks its protocol. */
public final class S3Objects implements ObjectStore {

    /** Our own hash beside each object: an ETag is none where a service encrypts or splits objects. */
    private static final String SHA256 = "sha256";

    /** A file of this size is looked for before it is sent again. */
    private static final long LARGE = 1L << 20;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration CALL = Duration.ofMinutes(15);

    private final S3Settings settings;
    private final S3Client client;

    public S3Objects(S3Settings settings) {
        this.settings = settings;
        try {
            this.client = client(settings);
        } catch (SdkException e) {
            throw explain("be used", e);
        }
    }

    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .forcePathStyle(settings.pathStyle())
                // The JDK's client loses the connection now and then when it waits for a go-ahead.
                .serviceConfiguration(
                        S3Configuration.builder().expectContinueEnabled(false).build())
                // Only what we ask for: services other than Amazon's know few of the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(config -> config.apiCallTimeout(CALL));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        if (settings.region() != null) {
            builder.region(Region.of(settings.region()));
        } else if (settings.endpoint() != null) {
            builder.region(Region.US_EAST_1);
        }
        Login login = settings.login();
        if (login != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(login.user(), login.password())));
        }
        return builder.build();
    }

    @Override
    public String name() {
        return settings.name();
    }

    private String key(String key) {
        return settings.prefix() + key;
    }

    @Override
    public void put(String key, Path file, String sha256) {
        attempt("take " + key, () -> {
            if (size(file) < LARGE || !isThere(key, file, sha256)) {
                send(key, file, sha256);
            }
            return null;
        });
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new StoreException("Cannot read " + file + " (" + e + ")", e);
        }
    }

    private boolean isThere(String key, Path file, String sha256) {
        try {
            HeadObjectResponse head = client.headObject(
                    request -> request.bucket(settings.bucket()).key(key(key)));
            return sha256.equals(head.metadata().get(SHA256)) && head.contentLength() == size(file);
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    /** Amazon compares the hash itself and says so; of others the object is read again. */
    private void send(String key, Path file, String sha256) {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key(key))
                .metadata(Map.of(SHA256, sha256))
                .checksumSHA256(checksum)
                .build();
        PutObjectResponse sent = send(request, file);
        if (!checksum.equals(sent.checksumSHA256()) && !sha256.equals(Content.sha256(open(key)))) {
            throw new SharedStoreException(
                    key + " in " + name() + " is not what was sent: it is sent again next time", null);
        }
    }

    /** A connection that was kept open may be closed by the other side just when a file goes over it: then by a fresh one. */
    private PutObjectResponse send(PutObjectRequest request, Path file) {
        try {
            return client.putObject(request, RequestBody.fromFile(file));
        } catch (SdkClientException e) {
            PutObjectRequest alone = request.toBuilder()
                    .overrideConfiguration(config -> config.putHeader("Connection", "close"))
                    .build();
            return client.putObject(alone, RequestBody.fromFile(file));
        }
    }

    @Override
    public InputStream open(String key) {
        return attempt("give " + key, () -> {
            try {
                return client.getObject(
                        request -> request.bucket(settings.bucket()).key(key(key)));
            } catch (NoSuchKeyException e) {
                throw new MissingObjectException(key, name(), e);
            }
        });
    }

    @Override
    public boolean has(String key) {
        return attempt("say whether it has " + key, () -> {
            try {
                client.headObject(request -> request.bucket(settings.bucket()).key(key(key)));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    @Override
    public List<String> list(String prefix) {
        return attempt(
                "list " + prefix,
                () -> client
                        .listObjectsV2Paginator(
                                request -> request.bucket(settings.bucket()).prefix(key(prefix)))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .map(key -> key.substring(settings.prefix().length()))
                        .sorted()
                        .toList());
    }

    private <T> T attempt(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw explain(what, e);
        }
    }

    private SharedStoreException explain(String what, SdkException failure) {
        return new SharedStoreException("The bucket " + name() + " does not " + what + ": " + reason(failure), failure);
    }

    /** What the service says stands beside the ids of its requests. */
    private static String reason(SdkException failure) {
        if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            String code = answer.awsErrorDetails().errorCode();
            String message = answer.awsErrorDetails().errorMessage();
            return "HTTP " + answer.statusCode() + (code == null ? "" : " " + code)
                    + (message == null || message.isBlank() ? "" : " (" + message.strip() + ")");
        }
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String text = String.valueOf(last.getMessage());
        return text.lines().findFirst().orElse(last.getClass().getSimpleName());
    }

    @Override
    public void close() {
        client.close();
    }
}
