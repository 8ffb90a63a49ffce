package io.modeltracking.autolog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.WeakHashMap;

/** The trainings that are under way on each thread, and which training a booster came from. */
final class Trainings {

    private static final ThreadLocal<Deque<Training>> UNDER_WAY = ThreadLocal.withInitial(ArrayDeque::new);

    /** A booster is equal to itself only. */
    private static final Map<Object, Training> BY_BOOSTER = new WeakHashMap<>();

    private Trainings() {}

    /** The training, or what shall be thrown in its place. */
    static Object start(TrainCall call) {
        Training training = null;
        try {
            training = open(call);
        } catch (RefusedTrainingException e) {
            return e;
        } catch (Throwable e) {
            training = Training.unlogged(call);
        }
        UNDER_WAY.get().push(training);
        return training;
    }

    private static Training open(TrainCall call) {
        Session session = Bindings.resolve();
        if (session == null) {
            Untracked.training();
        }
        if (session == null || session == Session.MUTED) {
            return Training.unlogged(call);
        }
        refuseHoldout(session, call);
        Training training = Training.of(session, withSeed(session, call));
        if (call.initial() != null) {
            adopt(training, call.initial());
        }
        TrainingLog.started(training);
        return training;
    }

    /** XGBoost stops early by the last watch. */
    private static void refuseHoldout(Session session, TrainCall call) {
        String last = null;
        for (String watch : call.watchesOrNone().keySet()) {
            last = watch;
        }
        if (call.earlyStoppingRounds() > 0 && last != null) {
            String reason = session.sink().refuseEarlyStopping(last);
            if (reason != null) {
                throw new HoldoutSelectionException(reason);
            }
        }
    }

    private static TrainCall withSeed(Session session, TrainCall call) {
        try {
            return call.unseeded() ? call.seeded(session.sink().seed("xgboost")) : call;
        } catch (Throwable e) {
            session.fault(e);
            return call;
        }
    }

    static void end(Training training, Object booster, Throwable thrown) {
        Deque<Training> underWay = UNDER_WAY.get();
        if (underWay.contains(training)) {
            while (underWay.pop() != training) {
                // An inner training of which no end was seen: it has ended with this one.
            }
        }
        if (underWay.isEmpty()) {
            UNDER_WAY.remove();
        }
        Session session = training.session();
        if (session == null) {
            training.letGo();
            return;
        }
        try {
            if (thrown == null) {
                adopt(training, booster);
                training.roundsAtEnd(XGBoostAccess.rounds(booster));
                TrainingLog.ended(training, booster);
            } else {
                TrainingLog.failed(training, thrown);
            }
        } catch (Throwable e) {
            session.fault(e);
        } finally {
            training.letGo();
        }
    }

    /** The training that an evaluation of the booster belongs to, or null when it belongs to no run. */
    static Training of(Object booster, String[] watches) {
        Training known;
        synchronized (BY_BOOSTER) {
            known = BY_BOOSTER.get(booster);
        }
        Training innermost = UNDER_WAY.get().peek();
        if (known != null && known == innermost) {
            return known;
        }
        if (known == null && innermost != null && innermost.awaits(watches)) {
            adopt(innermost, booster);
            return innermost;
        }
        return outsideTraining(booster, known);
    }

    private static Training outsideTraining(Object booster, Training known) {
        Session session = Bindings.resolve();
        if (session == Session.MUTED) {
            return null;
        }
        if (known != null && (session == null || session == known.session())) {
            return known;
        }
        if (session == null) {
            return null;
        }
        Training evaluated = Training.ofEvaluated(session);
        adopt(evaluated, booster);
        return evaluated;
    }

    private static void adopt(Training training, Object booster) {
        training.adopt(booster);
        synchronized (BY_BOOSTER) {
            BY_BOOSTER.put(booster, training);
        }
    }
}
