package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCheckTests {

    @TempDir
    Path base;

    private List<String> lines;

    @BeforeEach
    void open() throws IOException {
        RegistryFixture models = new RegistryFixture(base).versions(3);
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, REASON);
        lines = models.ledger().lines();
    }

    @Test
    void findsNothingInSomeEventsOfALedger() {
        assertThat(check(lines).findings()).isEmpty();
        assertThat(check(lines).gaps()).isZero();
        ExtractCheck.Result some = check(List.of(lines.get(1), lines.get(3)));
        assertThat(some.findings()).isEmpty();
        assertThat(some.events()).extracting(LedgerEvent::seq).containsExactly(2L, 4L);
        assertThat(some.gaps()).isEqualTo(2);
    }

    @Test
    void findsAChangedEvent() {
        assertThat(check(List.of(lines.get(0).replace("winner", "whim"), "", "{}", "1"))
                        .findings())
                .containsExactly(
                        "line 1 was changed after it was written, or is no event",
                        "line 2 was changed after it was written, or is no event",
                        "line 3 was changed after it was written, or is no event",
                        "line 4 was changed after it was written, or is no event");
    }

    @Test
    void findsAnEventThatIsWrittenInAnotherWay() {
        String twice = lines.get(0).replaceFirst("\\{", "{\"model\":\"another\",");
        assertThat(check(List.of(twice)).findings())
                .containsExactly("line 1: event 1 is not written as the ledger writes it");
    }

    @Test
    void findsAReplacedEvent() {
        LedgerEvent old = LedgerEvent.parse(lines.get(1), "");
        LedgerEvent forged =
                LedgerEvent.of(2, NOW, old.type(), old.body().deepCopy().put("reason", "another"), old.prev());
        assertThat(check(List.of(lines.get(0), forged.line(), lines.get(2))).findings())
                .containsExactly("line 3: event 3 (REGISTER) does not follow the one before: one of them was replaced");
    }

    @Test
    void findsAMovedAndARepeatedEvent() {
        assertThat(check(List.of(lines.get(2), lines.get(0))).findings())
                .containsExactly("line 2: event 1 stands behind event 3: it was moved or inserted");
        assertThat(check(List.of(lines.get(0), lines.get(0))).findings())
                .containsExactly("line 2: event 1 stands behind event 1: it was moved or inserted");
    }

    private static ExtractCheck.Result check(List<String> lines) {
        return ExtractCheck.of(lines, PublicKeys.NONE);
    }
}
