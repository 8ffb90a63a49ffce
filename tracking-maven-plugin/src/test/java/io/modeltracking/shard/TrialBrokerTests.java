package io.modeltracking.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SharedStudy.Address;
import io.modeltracking.run.SharedStudy.Join;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.S3Server;
import io.modeltracking.store.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What listens for the test JVM of a build: for that one alone. */
class TrialBrokerTests {

    private static final ObjectMapper JSON = RunJson.mapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path base;

    private static Path file;
    private static StudyBroker broker;
    private static Address address;

    @BeforeAll
    static void open() throws IOException {
        file = base.resolve("study-broker.json");
        broker = broker(file);
        address = JSON.readValue(file.toFile(), Address.class);
    }

    private static StudyBroker broker(Path file) {
        return StudyBroker.open(
                Servers.settings(Servers.freshSchema(), "http://127.0.0.1:1", S3Server.LOGIN),
                "1",
                "pipeline 7",
                "g:m",
                Duration.ofMinutes(1),
                file);
    }

    @AfterAll
    static void close() {
        broker.close();
        assertThat(file).doesNotExist();
    }

    private static HttpResponse<String> ask(String token, String path, Object question) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address.url() + path))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Join join(String experiment, Map<String, String> definition) {
        return new Join(experiment, "owner", ProcessHandle.current().pid(), definition, List.of(), 3);
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        Join join = join("token", Map.of());
        assertThat(ask(address.token().replaceFirst(".", "x"), "/join", join).statusCode())
                .isEqualTo(403);
        assertThat(ask("", "/join", join).statusCode()).isEqualTo(403);
        assertThat(ask(address.token(), "/join", join).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenIsItsOwnersAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(address.toString()).doesNotContain(address.token());
    }

    @Test
    void onlyTheLoopbackIsListenedOn() throws Exception {
        URI url = URI.create(address.url());
        assertThat(InetAddress.getByName(url.getHost()).isLoopbackAddress()).isTrue();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> !each.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, url.getPort()), 1000))
                        .as("%s", other)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aJobWithAnotherDefinitionIsToldWhatDiffers() throws Exception {
        ask(address.token(), "/join", join("differs", Map.of("the seed", "7", "the source", "abc")));
        HttpResponse<String> refused =
                ask(address.token(), "/join", join("differs", Map.of("the seed", "8", "the source", "abc")));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("pipeline 7", "other values of the seed: build the same commit", "tracking.study.key")
                .doesNotContain("the source");
    }

    @Test
    void whatIsNoQuestionIsSaidToBeNone() throws Exception {
        assertThat(ask(address.token(), "/elsewhere", Map.of()).statusCode()).isEqualTo(400);
        assertThat(ask(address.token(), "/turn", "words").statusCode()).isEqualTo(400);
    }

    @Test
    void aStudyWhoseBuildIsGoneSaysSoAndKeepsItsTrials() throws Exception {
        Path folder = base.resolve("gone");
        Path asked = folder.resolve("study-broker.json");
        List<String> failures = new ArrayList<>();
        try (StudyBroker build = broker(asked)) {
            AtomicInteger trials = new AtomicInteger();
            ShardJob.search(CheapStudyTestCase.class, folder, asked, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                    result.getThrowable().ifPresent(e -> failures.add(e.getMessage()));
                    if (identifier.isTest() && trials.incrementAndGet() == 3) {
                        build.close();
                    }
                }
            });
        }
        assertThat(failures).singleElement().asString().contains("the build does not answer at http://");
        assertThat(runs(folder)).hasSize(4).allSatisfy(run -> {
            assertThat(run.problems()).isEmpty();
            assertThat(run.status()).isEqualTo(run.started().parent() == null ? Status.FAILED : Status.FINISHED);
        });
    }

    private static List<RunRecord> runs(Path folder) throws IOException {
        TrackingRoot root = new TrackingRoot(folder.resolve(TrackingRoot.NAME));
        JournalReader reader = new JournalReader(root);
        try (Stream<Path> folders = Files.list(root.runs())) {
            return folders.map(reader::read).toList();
        }
    }
}
