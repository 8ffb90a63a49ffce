package io.modeltracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** One real MLflow server for all tests of the JVM, in a Python that {@code -Dmlflow.python} names and {@code .ci/run} makes. */
final class MlflowProcess {

    private static MlflowProcess shared;

    private final String python;
    private final Path folder;
    private final int port;

    private MlflowProcess(String python) throws IOException, InterruptedException {
        this.python = python;
        this.folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "mlflow-");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                python,
                "-m",
                "mlflow",
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1",
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"),
                "--artifacts-destination",
                folder.resolve("files").toString());
        builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }));
        waitUntilUp(process);
    }

    /** Skips the test, and says so, where there is no such Python. */
    static synchronized MlflowProcess get() throws IOException, InterruptedException {
        String python = System.getProperty("mlflow.python", "");
        Assumptions.assumeTrue(
                !python.isBlank() && Files.isExecutable(Path.of(python)),
                "SKIPPED: -Dmlflow.python=<a Python with mlflow and xgboost> is not given or not there");
        if (shared == null) {
            shared = new MlflowProcess(python);
        }
        return shared;
    }

    private void waitUntilUp(Process process) throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create(uri() + "/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        for (int i = 0; i < 1500; i++) {
            try {
                if (HttpClient.newHttpClient()
                                .send(health, BodyHandlers.ofString())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
                Thread.sleep(200);
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("server.log")))
                    .isTrue();
        }
        throw new IllegalStateException("No MLflow server: " + Files.readString(folder.resolve("server.log")));
    }

    int port() {
        return port;
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    MlflowServer server() {
        return MlflowServer.of(uri(), Map.of()).patience(4, Duration.ofMillis(50), Duration.ofSeconds(20));
    }

    /** What a script with MLflow's own client prints as its last line, as JSON. */
    JsonNode ask(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, "src/test/python/" + script, uri()));
        command.addAll(List.of(arguments));
        Path messages = Files.createTempFile(folder, "messages", ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(messages.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(messages)).isZero();
        return RunJson.mapper().readTree(out.substring(out.stripTrailing().lastIndexOf('\n') + 1));
    }
}
