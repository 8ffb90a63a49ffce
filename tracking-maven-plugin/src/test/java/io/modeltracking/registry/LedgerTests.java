package io.modeltracking.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path base;

    private Ledger ledger;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        TrackingRoot root = TrackingRoot.find(base, base.toString());
        root.create();
        ledger = new Ledger(root, Clock.fixed(NOW, ZoneOffset.UTC));
        file = root.directory().resolve("ledger.jsonl");
    }

    @Test
    void writesOneCanonicalLineAnEvent() {
        append("first");
        assertThat(file)
                .hasContent("{\"hash\":\"sha256:ec45156373aa07fb74b3ef4e90784979bd3fa2a35bd6c7dc3cc574096910ad9d\","
                        + "\"note\":\"first\",\"prev\":\"sha256:" + "0".repeat(64)
                        + "\",\"seq\":\"1\",\"ts\":\"2026-11-23T08:00:00Z\",\"type\":\"NOTE\"}");
    }

    @Test
    void chainsEachEventToTheOneBefore() {
        append("first");
        append("second");
        List<LedgerEvent> events = ledger.events();
        assertThat(events).extracting(LedgerEvent::seq).containsExactly(1L, 2L);
        assertThat(events.get(1).prev()).isEqualTo(events.get(0).hash());
        assertThat(events.get(1).body().path("note").asText()).isEqualTo("second");
        assertThat(ledger.head()).contains(events.get(1).hash());
    }

    @Test
    void appendsNothingWhenThereIsNothingToSay() {
        assertThat(ledger.append("NOTE", Optional::empty, event -> null)).isEmpty();
        assertThat(ledger.exists()).isFalse();
        assertThat(ledger.head()).isEmpty();
    }

    @Test
    void findsAnEditedARemovedAndAMovedLine() throws IOException {
        append("first");
        append("second");
        append("third");
        List<String> lines = Files.readAllLines(file);
        assertBroken(
                List.of(lines.get(0), lines.get(1).replace("second", "seconds"), lines.get(2)), "Line 2", "changed");
        assertBroken(List.of(lines.get(0), lines.get(2)), "Line 2", "does not follow");
        assertBroken(List.of(lines.get(1), lines.get(0), lines.get(2)), "Line 1", "does not follow");
        assertBroken(List.of("nonsense"), "Line 1", "no event");
        assertBroken(List.of("{}"), "Line 1", "no event");
    }

    @Test
    void doesNotAppendToALineThatWasChanged() throws IOException {
        append("first");
        Files.writeString(file, Files.readString(file).replace("first", "other"));
        assertThatThrownBy(() -> append("second"))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("last line");
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void keepsAsideWhatAKilledWriterLeft() throws IOException {
        append("first");
        long whole = Files.size(file);
        Files.writeString(file, "{\"hash\":\"sha", StandardOpenOption.APPEND);
        append("second");
        assertThat(ledger.events()).hasSize(2);
        assertThat(Path.of(file + ".torn-" + whole)).hasContent("{\"hash\":\"sha");
    }

    @Test
    void readsBackALineOfManyBlocks() {
        append("x".repeat(100_000));
        append("y".repeat(50_000));
        append("last");
        assertThat(ledger.events()).hasSize(3);
    }

    @Test
    void keepsOneChainWhenManyAppendAtOnce() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(new Thread(() -> {
                for (int i = 0; i < 25; i++) {
                    append("note");
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ledger.events()).hasSize(100);
    }

    private void append(String note) {
        ObjectNode body = RunJson.mapper().createObjectNode().put("note", note);
        ledger.append("NOTE", () -> Optional.of(body), event -> null);
    }

    private void assertBroken(List<String> lines, String... messages) throws IOException {
        Files.write(file, lines);
        assertThatThrownBy(() -> ledger.events())
                .isInstanceOf(LedgerException.class)
                .hasMessageContainingAll(messages);
    }
}
