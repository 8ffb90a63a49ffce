package io.modeltracking.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SharedStudy.Address;
import io.modeltracking.run.SharedStudy.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the build, which knows the store. A question is asked again while the store does not answer, for a while. */
final class BrokerClient {

    private static final ObjectMapper JSON = RunJson.mapper();
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final long PAUSE_MILLIS = 500;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private final Address address;
    private final Duration patience;

    private BrokerClient(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * Of the file that the build wrote.
     *
     * @throws SharedStudyException when it cannot be read
     */
    static BrokerClient at(Path file) {
        try {
            return new BrokerClient(JSON.readValue(file.toFile(), Address.class), PATIENCE);
        } catch (IOException e) {
            throw new SharedStudyException(
                    "Cannot read " + file + " (" + e
                            + "): the goal \"prepare\" writes it, and the tests have to run in the" + " same build",
                    e);
        }
    }

    /**
     * Asks.
     *
     * @throws SharedStudyException when there is no answer, or a refusal
     */
    <T> T ask(String path, Object question, Class<T> answer) {
        HttpRequest request = request(path, question);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            String problem;
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() == OK) {
                    return JSON.readValue(response.body(), answer);
                }
                problem = JSON.readValue(response.body(), Refusal.class).problem();
                if (response.statusCode() != UNAVAILABLE) {
                    throw new SharedStudyException(problem, null);
                }
            } catch (JsonProcessingException e) {
                throw new SharedStudyException("The build's answer at " + address + " cannot be read: " + e, e);
            } catch (ConnectException e) {
                throw new SharedStudyException(
                        "the build does not answer at " + address + " any more: its Maven has ended, or was killed", e);
            } catch (IOException e) {
                problem = "the build does not answer at " + address + " any more (" + e + ")";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SharedStudyException("it was interrupted while it waited for other jobs", e);
            }
            if (System.nanoTime() > end) {
                throw new SharedStudyException(problem, null);
            }
            pause(PAUSE_MILLIS);
        }
    }

    private HttpRequest request(String path, Object question) {
        try {
            return HttpRequest.newBuilder(URI.create(address.url() + path))
                    .timeout(SILENCE)
                    .header("Authorization", "Bearer " + address.token())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + question, e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SharedStudyException("it was interrupted while it waited for other jobs", e);
        }
    }
}
