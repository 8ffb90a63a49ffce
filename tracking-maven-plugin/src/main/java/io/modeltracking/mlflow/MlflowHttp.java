package io.modeltracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests with their repetitions. Redirects are not followed: credentials go to nobody but the server named. */
final class MlflowHttp {

    private static final int SHOWN = 300;

    private final MlflowServer server;
    private final HttpClient client;

    MlflowHttp(MlflowServer server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(
                        Duration.ofSeconds(10).compareTo(server.timeout()) < 0
                                ? Duration.ofSeconds(10)
                                : server.timeout())
                .build();
    }

    MlflowServer server() {
        return server;
    }

    JsonNode get(String path, Map<String, String> query) {
        return repeated(() -> json(path, request(path + query(query)).GET()));
    }

    JsonNode post(String path, ObjectNode body) {
        return send("POST", path, body);
    }

    /** A request that does no harm when it is carried out twice. */
    JsonNode send(String method, String path, ObjectNode body) {
        return repeated(() -> once(method, path, body));
    }

    /** A request that is not repeated here: the caller finds out what came of it. */
    JsonNode once(String method, String path, ObjectNode body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        return json(path, request.method(method, BodyPublishers.ofByteArray(bytes(body))));
    }

    void put(String path, byte[] content) {
        repeated(() -> exchange(path, put(path, BodyPublishers.ofByteArray(content))));
    }

    void put(String path, Path file) {
        repeated(() -> {
            try {
                return exchange(path, put(path, BodyPublishers.ofFile(file)));
            } catch (IOException e) {
                throw new MlflowException("Cannot read " + file + " (" + e.getMessage() + ")", 400, null);
            }
        });
    }

    private HttpRequest.Builder put(String path, BodyPublisher body) {
        return request(path).header("Content-Type", "application/octet-stream").PUT(body);
    }

    /** Writes a file that the server has, whole or not at all. */
    void download(String path, Map<String, String> query, Path target) {
        repeated(() -> {
            HttpRequest request = request(path + query(query)).GET().build();
            try {
                HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
                try (InputStream in = response.body()) {
                    if (response.statusCode() != 200) {
                        throw refusal(path, response.statusCode(), in.readNBytes(1 << 16));
                    }
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
                return null;
            } catch (IOException e) {
                throw silence(e);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        });
    }

    /** Parts of a path, each encoded. */
    static String path(String text) {
        return Arrays.stream(text.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String query(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.uri() + path)).timeout(server.timeout());
        if (server.authorization() != null) {
            request.header("Authorization", server.authorization());
        }
        return request;
    }

    private JsonNode json(String path, HttpRequest.Builder request) {
        byte[] reply = exchange(path, request);
        try {
            JsonNode read = RunJson.mapper().readTree(reply);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (IOException e) {
            // Told below: what came is no answer of MLflow's.
        }
        throw new MlflowException(
                server + " is no MLflow server: it answered " + path + " without JSON. Check tracking.mlflow.uri",
                400,
                null);
    }

    private byte[] exchange(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw refusal(path, response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw silence(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private MlflowException refusal(String path, int status, byte[] body) {
        String code = "";
        String message = "";
        try {
            JsonNode error = RunJson.mapper().readTree(body);
            code = error.path("error_code").asText();
            message = error.path("message").asText();
        } catch (IOException e) {
            // A proxy's page: its status says enough.
            message = "";
        }
        if (status == 401 || status == 403) {
            return new MlflowException(
                    server + " refused the credentials (" + status + "): set MLFLOW_TRACKING_TOKEN, or"
                            + " MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or tracking.mlflow.server",
                    status,
                    code);
        }
        if (status / 100 == 3) {
            return new MlflowException(
                    server + " redirects (" + status + "), which is not followed: set tracking.mlflow.uri to the final"
                            + " address",
                    status,
                    code);
        }
        return new MlflowException(
                server + " answered " + path + " with " + status + (code.isEmpty() ? "" : " " + line(code))
                        + (message.isEmpty() ? "" : ": " + line(message)),
                status,
                code);
    }

    private static String line(String text) {
        String one = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return one.length() <= SHOWN ? one : one.substring(0, SHOWN) + "…";
    }

    private MlflowException silence(IOException e) {
        String cause = e.getMessage() == null ? e.getClass().getSimpleName() : line(e.getMessage());
        return new MlflowException(
                "The MLflow server " + server + " does not answer (" + cause
                        + "): start it, or check tracking.mlflow.uri",
                0,
                null);
    }

    private MlflowException interrupted() {
        Thread.currentThread().interrupt();
        return new MlflowException("Interrupted while " + server + " was to answer", 499, null);
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return RunJson.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + body, e);
        }
    }

    /** A request that can be tried. */
    @FunctionalInterface
    interface Attempt<T> {
        T make();
    }

    <T> T repeated(Attempt<T> attempt) {
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (MlflowException e) {
                if (!e.isPassing() || made >= server.attempts()) {
                    throw e;
                }
                rest(made);
            }
        }
    }

    private void rest(int made) {
        try {
            Thread.sleep(server.pause().toMillis() << Math.min(made - 1, 6));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }
}
