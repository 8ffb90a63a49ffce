package io.modeltracking.store.shared;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunSource;
import io.modeltracking.store.SharedStoreException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether there is a shared store, and whether it answers. One that stops to answer is given up, and said once. */
public final class SharedLink implements AutoCloseable {

    /** A machine on its own. */
    public static final SharedLink NONE = new SharedLink(null, null, null, problem -> {});

    private final String name;
    private final Consumer<String> problems;
    private SharedStore store;
    private String problem;

    private SharedLink(String name, SharedStore store, String problem, Consumer<String> problems) {
        this.name = name;
        this.store = store;
        this.problem = problem;
        this.problems = problems;
    }

    /** @param problems is told when it stops to answer */
    public static SharedLink to(SharedStore store, Consumer<String> problems) {
        return new SharedLink(store.name(), store, null, problems);
    }

    /** One that did not answer, which was said. */
    public static SharedLink broken(String name, String problem) {
        return new SharedLink(name, null, problem, told -> {});
    }

    /** Null where a machine keeps its history alone. */
    public String name() {
        return name;
    }

    public boolean isWanted() {
        return name != null;
    }

    /** Whether a store is wanted and answers. */
    public boolean isUp() {
        return store != null;
    }

    /** Why a store that is wanted does not answer; empty where it does, or none is. */
    public Optional<String> down() {
        return Optional.ofNullable(problem);
    }

    /**
     * The store, for what cannot be done without.
     *
     * @throws SharedStoreException when it does not answer
     */
    public SharedStore need() {
        if (store == null) {
            throw new SharedStoreException(
                    problem + ". Nothing is changed while it cannot be reached: try again when it can", null);
        }
        return store;
    }

    /** Does something with the store where it answers; what it refuses is said, and it is asked no more. */
    public void attempt(Consumer<SharedStore> work) {
        if (store == null) {
            return;
        }
        try {
            work.accept(store);
        } catch (SharedStoreException e) {
            giveUp(e);
        }
    }

    private void giveUp(SharedStoreException e) {
        close();
        store = null;
        problem = e.getMessage();
        problems.accept(problem);
    }

    /** Where earlier runs are asked for: there where it answers, else here. */
    public RunSource source(TrackingRoot root) {
        return new Fallback(RunSource.local(root));
    }

    private final class Fallback implements RunSource {

        private final RunSource local;

        Fallback(RunSource local) {
            this.local = local;
        }

        @Override
        public Optional<HistoryStore> open() {
            if (store == null) {
                return local.open();
            }
            try {
                return store.open();
            } catch (SharedStoreException e) {
                giveUp(e);
                return local.open();
            }
        }

        @Override
        public void need(Collection<String> ids) {
            attempt(shared -> shared.need(ids));
        }

        @Override
        public void needWhole(Collection<String> ids) {
            attempt(shared -> shared.needWhole(ids));
        }
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
