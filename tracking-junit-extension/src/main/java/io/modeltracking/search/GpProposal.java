package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.GaussianProcess.Parameters;
import io.modeltracking.search.History.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** One proposal of {@link GpSampler}. */
final class GpProposal {

    /** The most trials that parameters are fitted to, and that the process then rests on. */
    private static final int FITTED = 100;

    private static final int KEPT = 400;

    private final History history;
    private final GpSpace space;
    private final List<Entry> complete;
    private final SplittableRandom random;

    private final Turn turn;

    /** What a proposal takes. */
    enum Turn {
        /** The point of the greatest acquisition. */
        PROMISE,
        /** The point of the best mean. */
        MEAN,
        /** The point of the best mean where one choice is not the best trial's; without choices as {@link #MEAN}. */
        OTHER_CHOICE;

        static Turn of(int trialNumber) {
            return trialNumber % 5 < 4 ? PROMISE : trialNumber % 10 == 4 ? MEAN : OTHER_CHOICE;
        }
    }

    GpProposal(History history, List<Entry> complete, Turn turn, SplittableRandom random) {
        this.turn = turn;
        this.history = history;
        this.space = new GpSpace(history.layout);
        this.complete = bestAndLatest(complete, KEPT);
        this.random = random;
    }

    double[] row() {
        if (space.dimensions() == 0) {
            return Unseen.draw(history, random);
        }
        Entry best = ranked(complete).get(0);
        double[] bestPoint = space.toUnit(best.row());
        int[] choices = turn == Turn.OTHER_CHOICE ? space.activeChoices(bestPoint) : new int[0];
        Acquisition acquisition = acquisition(best);
        if (choices.length > 0) {
            int coordinate = choices[random.nextInt(choices.length)];
            int count = space.grid[coordinate].length;
            double other = (bestPoint[coordinate] + 1 + random.nextInt(count - 1)) % count;
            double[] row =
                    unseen(new AcquisitionSearch(space, acquisition, random).runWhere(coordinate, other, sweep()));
            if (row != null) {
                return row;
            }
        }
        double[] row = unseen(new AcquisitionSearch(space, acquisition, random)
                .run(sweep(), best.trial().isFeasible() ? bestPoint : null));
        return row == null ? Unseen.draw(history, random) : row;
    }

    private double[] unseen(List<AcquisitionSearch.Found> ranked) {
        for (AcquisitionSearch.Found found : ranked) {
            double[] row = space.toRow(found.x());
            if (!history.hasSeen(row)) {
                return row;
            }
        }
        return null;
    }

    /** Fewer points where each costs more. */
    private int sweep() {
        return Math.max(256, Math.min(2048, 102_400 / complete.size()));
    }

    private Acquisition acquisition(Entry best) {
        boolean greedy = turn != Turn.PROMISE;
        double[] losses = Scores.objectives(complete);
        double[] violations = Scores.violations(complete);
        GaussianProcess objective = best.trial().isFeasible() ? process(losses) : null;
        double incumbent = losses[complete.indexOf(best)];
        return violations == null
                ? new Acquisition(objective, incumbent, null, 0, greedy)
                : new Acquisition(objective, incumbent, process(violations), Scores.threshold(complete), greedy);
    }

    private GaussianProcess process(double[] values) {
        double[][] points = space.toUnit(complete).toArray(double[][]::new);
        List<Entry> chosen = bestAndLatest(complete, FITTED);
        int[] rows = chosen.stream().mapToInt(complete::indexOf).toArray();
        double[][] fitted = Arrays.stream(rows).mapToObj(i -> points[i]).toArray(double[][]::new);
        double[] targets = Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        Parameters parameters = GpFit.fit(fitted, targets, space.choice);
        GaussianProcess process = new GaussianProcess(points, values, space.choice, parameters);
        return believing(process, points, values);
    }

    /** Running trials count as if they had ended where the process expects them to. */
    private GaussianProcess believing(GaussianProcess process, double[][] points, double[] values) {
        List<double[]> running = space.toUnit(history.in(State.RUNNING));
        if (running.isEmpty()) {
            return process;
        }
        double[][] allPoints = Arrays.copyOf(points, points.length + running.size());
        double[] allValues = Arrays.copyOf(values, allPoints.length);
        for (int i = 0; i < running.size(); i++) {
            allPoints[points.length + i] = running.get(i);
            allValues[points.length + i] =
                    process.predict(running.get(i), false).mean();
        }
        return new GaussianProcess(allPoints, allValues, space.choice, process.parameters);
    }

    /** Accepted trials by value, then the others by violation. */
    private static List<Entry> ranked(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingDouble(
                                (Entry entry) -> entry.trial().violation())
                        .thenComparingDouble(entry -> entry.trial().value()))
                .toList();
    }

    /** Half of a limit for the best, half for the latest of the others, in the order of their numbers. */
    private static List<Entry> bestAndLatest(List<Entry> entries, int limit) {
        if (entries.size() <= limit) {
            return entries;
        }
        List<Entry> kept = new ArrayList<>(ranked(entries).subList(0, limit / 2));
        for (int i = entries.size() - 1; kept.size() < limit; i--) {
            if (!kept.contains(entries.get(i))) {
                kept.add(entries.get(i));
            }
        }
        kept.sort(Comparator.comparingInt(entry -> entry.trial().number()));
        return kept;
    }
}
