package io.modeltracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.modeltracking.mlflow.FaultyServer.Fault;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.store.Hiccups;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that fails in the middle: everything arrives in the end, and nothing twice. */
class PublishFaultTests {

    @TempDir
    Path base;

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, 3", "LOST_REPLY, 3", "BROKEN, 4", "SLOW, 11"})
    void requestsThatFailAreMadeAgain(Fault fault, int every) throws Exception {
        MlflowProcess mlflow = MlflowProcess.get();
        MotorHistory history = new MotorHistory(base, fault + "_" + every).written();
        Hiccups hiccups = new Hiccups(every);
        try (FaultyServer faulty = new FaultyServer(mlflow, fault, hiccups)) {
            history.published(faulty.address(12));
        }
        assertThat(hiccups.count()).isGreaterThan(2);
        assertThatAllIsThereOnce(mlflow, history);
    }

    /** The last request is carried out, and its reply finds nobody. */
    @ParameterizedTest
    @ValueSource(ints = {15, 40})
    void aPublicationWhoseJvmIsKilledIsCompleted(int last) throws Exception {
        MlflowProcess mlflow = MlflowProcess.get();
        MotorHistory history = new MotorHistory(base, "Killed_" + last).written();
        CompletableFuture<Process> job = new CompletableFuture<>();
        IntFunction<Fault> faults = number -> {
            if (number == last) {
                job.join().destroyForcibly().onExit().join();
            }
            return Fault.NONE;
        };
        try (FaultyServer faulty = new FaultyServer(mlflow, faults)) {
            job.complete(PublishProcess.start(base, faulty.uri()));
            assertThat(job.join().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(job.join().exitValue()).isNotZero();
            assertThat(faulty.requests()).isGreaterThanOrEqualTo(last);
        }
        assertThatTheRestIsAdded(mlflow, history);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 25, 32, 38})
    void aPublicationThatEndsInTheMiddleIsCompleted(int last) throws Exception {
        MlflowProcess mlflow = MlflowProcess.get();
        MotorHistory history = new MotorHistory(base, "Ended_" + last).written();
        IntFunction<Fault> faults =
                number -> number < last ? Fault.NONE : number == last ? Fault.LOST_REPLY : Fault.UNAVAILABLE;
        try (FaultyServer faulty = new FaultyServer(mlflow, faults)) {
            assertThatThrownBy(() -> history.published(faulty.address(1))).isInstanceOf(MlflowException.class);
            assertThat(faulty.requests()).isGreaterThanOrEqualTo(last);
        }
        assertThatTheRestIsAdded(mlflow, history);
    }

    private static void assertThatTheRestIsAdded(MlflowProcess mlflow, MotorHistory history) throws Exception {
        history.published(mlflow.server());
        assertThatAllIsThereOnce(mlflow, history);
        assertThat(history.published(mlflow.server()).added()).isZero();
    }

    private static void assertThatAllIsThereOnce(MlflowProcess mlflow, MotorHistory history) {
        MlflowApi api = new MlflowApi(new MlflowHttp(mlflow.server()));
        String experiment = api.experiment(history.experiment()).orElseThrow();
        List<JsonNode> runs = api.runs(experiment, "");
        assertThat(runs).hasSize(5);
        assertThat(runs).allMatch(run -> RemoteRun.of(run).published() != null);
        RemoteRun winner =
                RunPublisher.find(api, experiment, MotorHistory.WINNER).orElseThrow();
        assertThat(api.history(winner.id(), "validation.loss")).hasSize(1200).doesNotHaveDuplicates();
        RemoteRun awkward =
                RunPublisher.find(api, experiment, MotorHistory.AWKWARD).orElseThrow();
        for (String key : List.of("nan", "rise", "fall")) {
            assertThat(api.history(awkward.id(), key)).as(key).hasSize(1);
        }
        var body = MlflowApi.object();
        body.putArray("experiment_ids").add(experiment);
        assertThat(api.pages(MlflowApi.API + "logged-models/search", body, "models"))
                .hasSize(1)
                .allMatch(model -> model.path("info").path("status").asText().equals("LOGGED_MODEL_READY"));
        assertThat(api.http()
                        .get(
                                MlflowApi.API + "model-versions/search",
                                Map.of("filter", "name = '" + history.model() + "'"))
                        .path("model_versions"))
                .hasSize(1);
    }

    @Test
    void aServerThatIsDownCostsOneClearLine() throws Exception {
        MotorHistory history = new MotorHistory(base, "Down").written();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        MlflowServer down = MlflowServer.of("http://127.0.0.1:" + port + "/", Map.of())
                .patience(2, Duration.ofMillis(5), Duration.ofSeconds(1));
        assertThatThrownBy(() -> history.published(down))
                .isInstanceOf(MlflowException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        MlflowProcess mlflow = MlflowProcess.get();
        MotorHistory history = new MotorHistory(base, "Redirected").written();
        try (FaultyServer faulty = new FaultyServer(mlflow, number -> Fault.REDIRECT)) {
            assertThatThrownBy(() -> history.published(faulty.address(3)))
                    .isInstanceOf(MlflowException.class)
                    .hasMessageContaining("redirects");
            assertThat(faulty.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"401, refused the credentials", "403, refused the credentials", "200, is no MLflow server"})
    void whoeverElseAnswersIsNamed(int status, String told) throws Exception {
        MotorHistory history = new MotorHistory(base, "Else").written();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>Welcome</html>".getBytes();
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            MlflowServer server = MlflowServer.of(
                    "http://127.0.0.1:" + other.getAddress().getPort(), Map.of("MLFLOW_TRACKING_TOKEN", "s3cret"));
            assertThatThrownBy(() -> history.published(server))
                    .isInstanceOf(MlflowException.class)
                    .hasMessageContaining(told)
                    .hasMessageNotContaining("s3cret");
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:5000",
                "ftp://host",
                "file:///etc",
                "http://",
                "http://h?a=b",
                "https://ada:s3cret@h",
                "http://s3cret@h"
            })
    void anAddressThatIsNoneIsRefusedWithoutShowingCredentials(String uri) {
        assertThatThrownBy(() -> MlflowServer.of(uri, Map.of()))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("tracking.mlflow.uri")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void credentialsComeFromTheEnvironmentAndAreNotPrinted() {
        MlflowServer token = MlflowServer.of("https://h/", Map.of("MLFLOW_TRACKING_TOKEN", "s3cret"));
        assertThat(token.authorization()).isEqualTo("Bearer s3cret");
        MlflowServer basic = MlflowServer.of(
                "https://h", Map.of("MLFLOW_TRACKING_USERNAME", "ada", "MLFLOW_TRACKING_PASSWORD", "s3cret"));
        assertThat(basic.authorization()).isEqualTo("Basic YWRhOnMzY3JldA==");
        assertThat(token + " " + basic).isEqualTo("https://h https://h");
    }
}
