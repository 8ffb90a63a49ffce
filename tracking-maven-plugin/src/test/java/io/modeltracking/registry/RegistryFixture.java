package io.modeltracking.registry;

import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A ledger in a folder, and people who change models. */
final class RegistryFixture {

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final String MODEL = "motor-frequency";
    static final String REASON = "lower deviance on the hold-out";
    static final Actor ADA = new Actor("Ada", "ada@example.org", "git");
    static final Actor BEN = new Actor("Ben", null, "property");
    static final Actor EVE = new Actor("Eve", null, "ci:GitHub Actions");

    private final TrackingRoot root;

    RegistryFixture(Path base) throws IOException {
        root = TrackingRoot.find(base, base.toString());
        root.create();
    }

    TrackingRoot root() {
        return root;
    }

    Ledger ledger() {
        return ledger(NOW);
    }

    Ledger ledger(Instant time) {
        return new Ledger(root, Clock.fixed(time, ZoneOffset.UTC));
    }

    Registry registry() {
        return Registry.of(ledger().events());
    }

    Registrar as(Actor actor) {
        return registrar(NOW, new Registrar.Policy(actor, 10, false, false));
    }

    Registrar strictlyAs(Actor actor) {
        return registrar(NOW, new Registrar.Policy(actor, 10, true, false));
    }

    Registrar registrar(Instant time, Registrar.Policy policy) {
        return new Registrar(ledger(time), Clock.fixed(time, ZoneOffset.UTC), policy);
    }

    /** Registers model bytes, one version each. */
    RegistryFixture versions(int count) {
        for (int i = 1; i <= count; i++) {
            as(ADA).register(MODEL, evidence(i, false), "winner of the study", () -> {});
        }
        return this;
    }

    static String sha256(int number) {
        return String.format("%064x", number);
    }

    static Evidence evidence(int number, boolean dirty) {
        return new Evidence(
                String.format("%032x", number),
                null,
                "Motor_2026_Frequency",
                null,
                null,
                List.of(
                        new Evidence.Considered(String.format("%032x", number), "FINISHED", null, "0.31"),
                        new Evidence.Considered("f".repeat(32), "FAILED", "NaN", null)),
                List.of(new Evidence.File("model.ubj", sha256(number), 1234)),
                List.of(new Evidence.Data("train", "TRAIN", sha256(99))),
                "c".repeat(40),
                "main",
                dirty,
                "b".repeat(32),
                "org.example:pricing",
                List.of(new Evidence.Verdict("test.rmse <= 0.6", "0.31", true)),
                List.of(ADA),
                Map.of("owner", "Pricing"),
                List.of());
    }
}
