package io.modeltracking.experiment;

import io.modeltracking.run.Reals;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One line a trial on the console: which of how many, the best so far, and about how long the rest takes. */
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
        session.console().trial(log, result.status(), result.verdict(), text(result) + left);
    }

    private String text(TrialResult result) {
        StringBuilder text = new StringBuilder("trial ")
                .append(result.number())
                .append(" (")
                .append(book.all().size())
                .append(" of ")
                .append(study.planned())
                .append(')');
        if (result.objective() != null) {
            text.append(": ").append(result.objectiveText());
        } else {
            text.append(": ").append(result.reasonOr("no objective"));
        }
        text.append(book.best()
                .map(best -> ", best so far " + Reals.text(best.objective()) + " (trial " + best.number() + ": "
                        + Proposal.text(best.point()) + ")")
                .orElse(", none accepted so far"));
        return text.toString();
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
