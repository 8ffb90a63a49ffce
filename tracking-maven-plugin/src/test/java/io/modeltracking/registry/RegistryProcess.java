package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.REASON;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** Another JVM that works on the same folder, and may die on its way. */
public final class RegistryProcess {

    /** The exit code of one that died where it was told to. */
    static final int DIED = 9;

    private RegistryProcess() {}

    static Process start(Path base, String action, int number) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RegistryProcess.class.getName(),
                        base.toString(),
                        action,
                        Integer.toString(number))
                .redirectErrorStream(true)
                .redirectOutput(base.resolve(action + "-" + number + ".log").toFile())
                .start();
    }

    public static void main(String[] arguments) {
        TrackingRoot root = TrackingRoot.find(Path.of(arguments[0]), arguments[0]);
        int number = Integer.parseInt(arguments[2]);
        switch (arguments[1]) {
            case "register" -> register(root, number);
            case "build" -> build(root, number);
            case "promote" -> promote(root, number);
            case "back-and-forth" -> backAndForth(root);
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    /** Twenty versions of its own. */
    private static void register(TrackingRoot root, int first) {
        for (int i = 1; i <= 20; i++) {
            registrar(root, Clock.systemUTC(), text -> {})
                    .register(MODEL, RegistryFixture.evidence(first + i, false), REASON, () -> {});
        }
    }

    /** A hundred runs, and their build. */
    private static void build(TrackingRoot root, int number) {
        for (int i = 0; i < 100; i++) {
            RunFixture.run(root, number * 100 + i).metric("test.rmse", i).finished();
        }
        BuildFacts some = RunFixture.build(root);
        BuildFacts own = new BuildFacts(
                some.schemaVersion(),
                String.format("%032x", number),
                some.module(),
                some.projectVersion(),
                some.root(),
                some.started(),
                some.mavenVersion(),
                some.goals(),
                some.ci(),
                some.dependencies(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        new Recorder(root, ledger(root, Clock.systemUTC(), text -> {}), Clock.systemUTC(), "0.1.0").record(own, false);
    }

    /** Dies the so-many-th time that it asks for the time, which each event does just before it is written. */
    private static void promote(TrackingRoot root, int time) {
        registrar(
                        root,
                        time == 0 ? Clock.systemUTC() : new DeadlyClock(time),
                        problem -> Runtime.getRuntime().halt(DIED))
                .promote(MODEL + "/1", Stage.STAGING, REASON);
    }

    private static void backAndForth(TrackingRoot root) {
        while (true) {
            Registrar registrar = registrar(root, Clock.systemUTC(), text -> {});
            Registry registry = Registry.of(new Ledger(root, Clock.systemUTC()).events());
            if (registry.version(MODEL + "/1").stage() == Stage.STAGING) {
                registrar.archive(MODEL + "/1", REASON);
            } else {
                registrar.promote(MODEL + "/1", Stage.STAGING, REASON);
            }
        }
    }

    private static Registrar registrar(TrackingRoot root, Clock clock, Consumer<String> problems) {
        return new Registrar(
                ledger(root, clock, problems),
                clock,
                new Registrar.Policy(ADA, 10, false, false),
                new ProjectGit(root.base(), clock instanceof DeadlyClock, text -> {}, problems));
    }

    private static Ledger ledger(TrackingRoot root, Clock clock, Consumer<String> problems) {
        return new Ledger(root, clock, LedgerMirror.at(root.base(), LedgerMirror.REF, problems));
    }

    private static final class DeadlyClock extends Clock {

        private int left;

        DeadlyClock(int left) {
            this.left = left;
        }

        @Override
        public Instant instant() {
            left--;
            if (left == 0) {
                Runtime.getRuntime().halt(DIED);
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
