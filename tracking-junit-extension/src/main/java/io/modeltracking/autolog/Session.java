package io.modeltracking.autolog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A run as autologging sees it: its sink, how many trainings it has had, and whether a fault was told. */
final class Session {

    /** Stands for no run by intent. */
    static final Session MUTED = new Session(null);

    private static final List<Session> SESSIONS = new ArrayList<>();

    private static final int MOST_PLACES = 20;

    private final Set<String> places = ConcurrentHashMap.newKeySet();
    private final AtomicInteger trainings = new AtomicInteger();
    private final AtomicInteger evaluated = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicBoolean growthTold = new AtomicBoolean();
    private volatile AutologSink sink;

    private Session(AutologSink sink) {
        this.sink = sink;
    }

    /** The session of the sink: the same for every binding of it. */
    static Session of(AutologSink sink) {
        synchronized (SESSIONS) {
            SESSIONS.removeIf(session -> !session.open());
            for (Session session : SESSIONS) {
                if (session.sink == sink) {
                    return session;
                }
            }
            Session session = new Session(sink);
            SESSIONS.add(session);
            return session;
        }
    }

    /** The session that is open when it is the only one, else null. */
    static Session onlyOpen() {
        synchronized (SESSIONS) {
            SESSIONS.removeIf(session -> !session.open());
            return SESSIONS.size() == 1 ? SESSIONS.get(0) : null;
        }
    }

    /** Whether the run takes anything. A closed run is let go: threads of a pool may hold their session for long. */
    boolean open() {
        AutologSink current = sink;
        if (current == null) {
            return false;
        }
        if (!current.open()) {
            sink = null;
            return false;
        }
        return true;
    }

    /**
     * The run.
     *
     * @throws IllegalStateException when it has closed
     */
    AutologSink sink() {
        AutologSink current = sink;
        if (current == null) {
            throw new IllegalStateException("The run has closed");
        }
        return current;
    }

    int nextTraining() {
        return trainings.incrementAndGet();
    }

    int nextEvaluated() {
        return evaluated.incrementAndGet();
    }

    /** Counts what went wrong in autologging, and tells the first. */
    void fault(Throwable fault) {
        if (faults.getAndIncrement() == 0) {
            tell("autolog.fault", "Autologging failed, and this run's automatic entries may be incomplete: " + fault);
        }
    }

    /** Says once that a booster has grown beyond the model that was logged. */
    void grown() {
        if (growthTold.compareAndSet(false, true)) {
            tell(
                    "autolog.loop",
                    "A booster was trained further by Booster.update after XGBoost.train: the model that was logged is"
                            + " the one that XGBoost.train returned; log the final one by run.model(name, booster)");
        }
    }

    /** Tells each place once; of a run that draws at many, a few are enough. */
    void unseeded(String call) {
        if (places.size() < MOST_PLACES && places.add(call)) {
            try {
                sink().unseeded(call);
            } catch (Throwable e) {
                faults.getAndIncrement();
            }
        }
    }

    /** Tells what could not be woven into the libraries that the run has used. */
    void unbound() {
        if (open()) {
            Weaver.fault().ifPresent(fault -> {
                if (faults.getAndIncrement() == 0) {
                    tell("autolog.fault", fault);
                }
            });
        }
    }

    void tell(String code, String message) {
        try {
            sink().warning(code, message);
        } catch (Throwable e) {
            // The run has closed or is broken: there is nobody left to tell, and the user's call must go on.
            faults.getAndIncrement();
        }
    }
}
