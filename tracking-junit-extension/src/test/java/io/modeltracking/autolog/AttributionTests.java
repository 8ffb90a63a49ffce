package io.modeltracking.autolog;

import static io.modeltracking.autolog.Matrices.counts;
import static io.modeltracking.autolog.Matrices.params;
import static io.modeltracking.autolog.Matrices.watches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which run a training belongs to. */
class AttributionTests {

    private final RecordingSink run = new RecordingSink();
    private final RecordingSink other = new RecordingSink(77);

    @BeforeAll
    static void install() {
        assertThat(Autolog.ensureInstalled().on()).isTrue();
    }

    @AfterEach
    void close() {
        run.open = false;
        other.open = false;
        assertThat(run.warnings).isEmpty();
        assertThat(other.warnings).isEmpty();
    }

    static Booster train(int rounds) {
        try {
            DMatrix matrix = counts(60, 3, 1);
            return XGBoost.train(matrix, params(), rounds, watches("train", matrix), null, null);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSecondTrainingOfARunCarriesItsNumber() {
        try (Binding binding = Autolog.bind(run)) {
            train(2);
            train(3);
        }

        assertThat(run.params).contains(entry("xgboost.rounds", 2), entry("xgboost.2.rounds", 3));
        assertThat(run.metrics).containsOnlyKeys("train.rmse", "train.2.rmse");
        assertThat(run.metrics.get("train.2.rmse")).hasSize(3);
        assertThat(run.models).containsOnlyKeys("model.ubj", "model_2.ubj");
        assertThat(run.artifacts).containsOnlyKeys("importance.json", "importance_2.json");
        assertThat(run.importances).containsOnlyKeys("importance", "importance_2");
    }

    @Test
    void theNumberGoesOnWhenARunIsBoundAgain() {
        try (Binding binding = Autolog.bind(run)) {
            train(2);
        }
        try (Binding binding = Autolog.bind(run)) {
            train(3);
        }

        assertThat(run.params).contains(entry("xgboost.rounds", 2), entry("xgboost.2.rounds", 3));
    }

    @Test
    void bindingsAreAStack() {
        try (Binding outer = Autolog.bind(run)) {
            try (Binding inner = Autolog.bind(other)) {
                train(2);
                inner.close();
            }
            train(3);
        }

        assertThat(other.params).contains(entry("xgboost.rounds", 2)).doesNotContainKey("xgboost.2.rounds");
        assertThat(run.params).contains(entry("xgboost.rounds", 3)).doesNotContainKey("xgboost.2.rounds");
    }

    @Test
    void aBindingClosedTooLateLeavesTheInnerOneInPlace() {
        Binding outer = Autolog.bind(run);
        Binding inner = Autolog.bind(other);
        outer.close();
        train(2);
        inner.close();

        assertThat(other.params).containsKey("xgboost.rounds");
        assertThat(run.params).isEmpty();
    }

    @Test
    void aClosedRunIsPassedOver() {
        try (Binding outer = Autolog.bind(run);
                Binding inner = Autolog.bind(other)) {
            other.open = false;
            train(2);
        }

        assertThat(run.params).containsKey("xgboost.rounds");
        assertThat(other.params).isEmpty();
    }

    @Test
    void threadsOfParallelRunsEachKnowTheirs() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Thread> threads = new ArrayList<>();
        for (RecordingSink sink : List.of(run, other)) {
            Thread test = new Thread(() -> {
                try (Binding binding = Autolog.bind(sink)) {
                    Thread worker = new Thread(() -> {
                        await(together);
                        train(sink == run ? 20 : 30);
                    });
                    worker.start();
                    join(worker);
                }
            });
            test.start();
            threads.add(test);
        }
        threads.forEach(AttributionTests::join);

        assertThat(run.metrics.get("train.rmse")).hasSize(20);
        assertThat(other.metrics.get("train.rmse")).hasSize(30);
    }

    @Test
    void parallelTrainingsOfOneRunKeepTheirRoundsApart() throws Exception {
        try (Binding binding = Autolog.bind(run)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                int rounds = 10 * i;
                threads.add(new Thread(() -> train(rounds)));
            }
            threads.forEach(Thread::start);
            threads.forEach(AttributionTests::join);
        }

        for (String number : List.of("", "2.", "3.", "4.")) {
            assertThat(run.metrics.get("train." + number + "rmse"))
                    .hasSize((Integer) run.params.get("xgboost." + number + "rounds"));
        }
    }

    @Test
    void aTrainingWithinAnotherOnesObjectiveIsItsOwn() throws Exception {
        DMatrix matrix = counts(60, 3, 1);
        try (Binding binding = Autolog.bind(run)) {
            XGBoost.train(matrix, params(), 2, watches("train", matrix), new TrainsInside(), null);
        }

        assertThat(run.metrics.get("train.rmse")).hasSize(2);
        assertThat(run.params)
                .contains(
                        entry("xgboost.rounds", 2),
                        entry("xgboost.custom_objective", TrainsInside.class.getName()),
                        entry("xgboost.2.rounds", 5),
                        entry("xgboost.3.rounds", 5));
        assertThat(run.metrics.get("train.2.rmse")).hasSize(5);
        assertThat(run.metrics.get("train.3.rmse")).hasSize(5);
        assertThat(run.metrics).containsKeys("evaluated.train.rmse");
    }

    @Test
    void aThreadThatNobodyHasBoundBelongsToTheOnlyOpenRun() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(() -> {}).get();
            try (Binding binding = Autolog.bind(run)) {
                pool.submit(() -> train(2)).get();
                long before = Autolog.untrackedTrainings();
                try (Binding second = Autolog.bind(other)) {
                    pool.submit(() -> train(3)).get();
                }
                assertThat(Autolog.untrackedTrainings()).isEqualTo(before + 1);
            }
        } finally {
            pool.shutdown();
        }

        assertThat(run.params).contains(entry("xgboost.rounds", 2)).doesNotContainKey("xgboost.2.rounds");
        assertThat(other.params).isEmpty();
    }

    @Test
    void aPoolThreadStartedInAnEarlierRunWorksForTheNext() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            try (Binding binding = Autolog.bind(run)) {
                pool.submit(() -> train(2)).get();
            }
            run.open = false;
            try (Binding binding = Autolog.bind(other)) {
                pool.submit(() -> train(3)).get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(run.params).contains(entry("xgboost.rounds", 2));
        assertThat(other.params).contains(entry("xgboost.rounds", 3));
    }

    @Test
    void aForkJoinWorkerDoesNotInherit() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        long before = Autolog.untrackedTrainings();
        try (Binding outer = Autolog.bind(run);
                Binding inner = Autolog.bind(other)) {
            pool.submit((Callable<Booster>) () -> train(2)).get();
            pool.submit(() -> {
                        try (Binding own = Autolog.bind(run)) {
                            train(3);
                        }
                    })
                    .get();
        } finally {
            pool.shutdown();
        }

        assertThat(Autolog.untrackedTrainings()).isEqualTo(before + 1);
        assertThat(other.params).isEmpty();
        assertThat(run.params).contains(entry("xgboost.rounds", 3));
    }

    @Test
    void aTrainingOutsideAnyRunIsCountedAndTold() {
        long before = Autolog.untrackedTrainings();
        List<UntrackedTraining> told = new ArrayList<>();
        try (Binding listening = Autolog.onUntracked(told::add);
                Binding failing = Autolog.onUntracked(training -> {
                    throw new IllegalStateException("not heard");
                })) {
            train(2);
        }
        train(2);

        assertThat(Autolog.untrackedTrainings()).isEqualTo(before + 2);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).caller()).contains("AttributionTests.train(AttributionTests.java:");
        assertThat(told.get(0).thread()).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void aMutedTrainingIsNeitherLoggedNorCounted() throws Exception {
        long before = Autolog.untrackedTrainings();
        try (Binding binding = Autolog.bind(run)) {
            try (Binding muted = Autolog.mute()) {
                Booster booster = train(2);
                booster.evalSet(new DMatrix[] {counts(60, 3, 1)}, new String[] {"train"}, 0);
                Future<Booster> none = Executors.newSingleThreadExecutor().submit(() -> train(2));
                none.get();
            }
        }

        assertThat(Autolog.untrackedTrainings()).isEqualTo(before);
        assertThat(run.params).isEmpty();
        assertThat(run.metrics).isEmpty();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
