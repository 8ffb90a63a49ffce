package io.modeltracking.autolog;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;

/** A training, or a booster that a run evaluates without having trained it, and the names of what it logs. */
final class Training {

    private final Session session;
    private final List<String> watches;
    private final String number;
    private final boolean trained;
    /** Let go at the end: it holds matrices. */
    private TrainCall call;

    private WeakReference<Object> booster = new WeakReference<>(null);
    private int customRounds;
    private Integer roundsAtEnd;

    private Training(Session session, TrainCall call, int number, boolean trained) {
        this.session = session;
        this.call = call;
        this.watches = call == null ? null : List.copyOf(call.watchesOrNone().keySet());
        this.number = number == 1 ? "" : Integer.toString(number);
        this.trained = trained;
    }

    static Training of(Session session, TrainCall call) {
        return new Training(session, call, session.nextTraining(), true);
    }

    /** A training that is not logged: what is evaluated inside it is not, either. */
    static Training unlogged(TrainCall call) {
        return new Training(null, call, 1, true);
    }

    static Training ofEvaluated(Session session) {
        return new Training(session, null, session.nextEvaluated(), false);
    }

    /** Null when it belongs to no run. */
    Session session() {
        return session;
    }

    synchronized TrainCall call() {
        return call;
    }

    /** Whether an evaluation of a booster that nothing is known of is this training's own. */
    synchronized boolean awaits(String[] evaluated) {
        return call != null && booster.get() == null && watches.equals(Arrays.asList(evaluated));
    }

    boolean trained() {
        return trained;
    }

    String paramName(String name) {
        return MetricNames.cut("xgboost." + (number.isEmpty() ? "" : number + ".") + name);
    }

    String metricName(String watch, String metric) {
        String infix = number.isEmpty() ? "" : number + ".";
        return MetricNames.cut(trained ? watch + "." + infix + metric : "evaluated." + infix + watch + "." + metric);
    }

    String label() {
        return "XGBoost training" + (number.isEmpty() ? "" : " " + number);
    }

    String fileName(String stem) {
        return number.isEmpty() ? stem : stem + "_" + number;
    }

    synchronized void adopt(Object adopted) {
        booster = new WeakReference<>(adopted);
    }

    /** The booster, or null when it is not known yet or gone. */
    synchronized Object booster() {
        return booster.get();
    }

    /** The round of an evaluation that XGBoost does not number. */
    synchronized long nextCustomRound() {
        return customRounds++;
    }

    synchronized void roundsAtEnd(int rounds) {
        roundsAtEnd = rounds;
    }

    synchronized void letGo() {
        call = null;
    }

    /** How many rounds the booster had when the training ended; null before. */
    synchronized Integer roundsAtEnd() {
        return roundsAtEnd;
    }
}
