package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Change;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.RegisteredModel;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegistryTextTests {

    private static final Instant NOTED = Instant.parse("2026-03-01T10:00:00Z");

    private static final Actor ADA = new Actor("Ada", null, "git");

    @Test
    void keepsToTheWidthAndShowsNoControlCharacters() {
        ModelVersion version = version("m".repeat(200), "a reason\u001b[31m" + "x".repeat(300));
        List<String> lines = RegistryText.table(registry(version));
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(90));
        assertThat(lines.get(1)).doesNotContain("\u001b").contains("None", "2026-11-23 08:00", "Ada (git, CLAIMED)");
    }

    @Test
    void saysWhatNobodyProvided() {
        assertThat(RegistryText.version(version("motor", "the first of them")))
                .contains("version: motor/1, None", "purpose: NOT PROVIDED", "tier: 2", "considered: 0 run(s)")
                .contains("2026-11-23 08:00: motor/1 was registered: Ada (git, CLAIMED), \"the first of them\".")
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("validated"));
    }

    @Test
    void saysWhatAModelAndAVersionAre() {
        ModelVersion version = new ModelVersion(
                "motor",
                1,
                Stage.NONE,
                version("motor", "the first of them").evidence(),
                "Trees,\nstage: Production",
                Map.of("reviewed", "yes", "line", "motor"),
                version("motor", "the first of them").history());
        assertThat(RegistryText.version(version).subList(0, 4))
                .containsExactly(
                        "version: motor/1, None",
                        "description: Trees, stage: Production",
                        "tag line: motor",
                        "tag reviewed: yes");
        RegisteredModel model = new RegisteredModel(
                "motor",
                List.of(version),
                List.of(),
                List.of(),
                "Private cars",
                Map.of("tier", "2"),
                List.of(new Change(
                        7,
                        NOTED,
                        new ModelEvent.Note(
                                "motor", null, "Private cars", Map.of("tier", "2"), List.of(), ADA, "for the audit"))));
        assertThat(RegistryText.model(model))
                .hasSize(7)
                .contains("2026-03-01 10:00: motor has the description \"Private cars\", the tag tier = 2: Ada (git,")
                .startsWith("model: motor", "description: Private cars", "tag tier: 2")
                .last()
                .asString()
                .startsWith("motor/1  None");
    }

    @Test
    void saysWhatIsNewOfAModel() {
        assertThat(RegistryText.sentence(new ModelEvent.Note(
                        "motor", 3, "Trees\nof 2026", Map.of("b", "2", "a", "1"), List.of("c"), ADA, "for the audit")))
                .isEqualTo("motor/3 has the description \"Trees of 2026\", the tag a = 1, the tag b = 2, no tag c: Ada"
                        + " (git, CLAIMED), \"for the audit\".");
        assertThat(RegistryText.sentence(
                        new ModelEvent.Note("motor", null, "Cars", Map.of(), List.of(), ADA, "for the audit")))
                .startsWith("motor has the description \"Cars\": Ada");
    }

    @Test
    void saysWhoApproved() {
        Actor eve = new Actor("Eve", null, "ci:GitHub Actions");
        assertThat(RegistryText.sentence(new ModelEvent.Promote(
                        "motor", 3, Stage.STAGING, Stage.PRODUCTION, eve, ADA, "lower deviance")))
                .isEqualTo("motor/3 went from Staging to Production, approved by Eve (ci:GitHub Actions): Ada (git,"
                        + " CLAIMED), \"lower deviance\".");
    }

    private static Registry registry(ModelVersion version) {
        RegisteredModel model =
                new RegisteredModel(version.model(), List.of(version), List.of(), List.of(), null, Map.of(), List.of());
        return new Registry(new TreeMap<>(Map.of(model.name(), model)), List.of(), null);
    }

    private static ModelVersion version(String model, String reason) {
        Evidence evidence = new Evidence(
                "a".repeat(32),
                null,
                "Motor",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                Map.of("tier", "2"),
                null);
        Change registered = new Change(
                1, Instant.parse("2026-11-23T08:00:00Z"), new ModelEvent.Register(model, 1, ADA, reason, evidence));
        return new ModelVersion(model, 1, Stage.NONE, evidence, null, Map.of(), List.of(registered));
    }
}
