package io.modeltracking.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What the console shows of each trial: what it came to, how many there are, about how long the rest takes, the best so far. */
final class Progress {

    private final TrackingSession session;
    private final StudyDefinition study;
    private final TrialBook book;
    private final Instant start;
    private final AtomicInteger ended = new AtomicInteger();

    Progress(TrackingSession session, StudyDefinition study, TrialBook book) {
        this.session = session;
        this.study = study;
        this.book = book;
        this.start = session.clock().instant();
    }

    void ended(TrialResult result, RunLog log) {
        Duration taken = Duration.between(start, session.clock().instant());
        String left = left(study.planned() - book.all().size(), taken, ended.incrementAndGet());
        session.console().trial(log, result.status(), result.verdict(), came(result), progress() + left + best());
    }

    private static String came(TrialResult result) {
        return "trial " + result.number() + ": "
                + (result.objective() == null ? result.reasonOr("no objective") : result.objectiveText());
    }

    private String progress() {
        return book.all().size() + " of " + study.planned();
    }

    private String best() {
        return book.best()
                .map(best -> ", best " + text(best.objective()) + " by trial " + best.number() + " ("
                        + best.point().values().entrySet().stream()
                                .map(param -> param.getKey() + "=" + text(param.getValue()))
                                .collect(Collectors.joining(", "))
                        + ")")
                .orElse(", none accepted so far");
    }

    /** Six digits are enough to watch by; the record has all of them. */
    static String text(Object value) {
        if (!(value instanceof Double real) || !Double.isFinite(real)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(real).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) <= 7 ? rounded.toPlainString() : rounded.toString();
    }

    static String left(int trials, Duration taken, int ended) {
        if (trials <= 0) {
            return "";
        }
        long seconds = Math.round(taken.toMillis() / 1000.0 / ended * trials);
        if (seconds < 1) {
            return "";
        }
        return ", about " + (seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min") + " left";
    }
}
