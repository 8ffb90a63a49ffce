package io.modeltracking.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Regret of a sampler on every problem, beside Optuna's, as Markdown:
 * {@code RegretBenchmark <tpe|gp|random|quasi> <seeds, or first-last> [problem ...]}.
 *
 * <p>A row of TPE is met when the median is at most Optuna's, or when the one-sided rank test against the regret of each of
 * Optuna's seeds does not find it worse (p &gt; 0.01). A row of the Gaussian process is met by its median alone; p is shown
 * where Optuna's seeds are known. Regret is that of the best accepted trial.
 */
final class RegretBenchmark {

    private static final int[] COUNTS = {20, 50, 100};
    /** The least price of a wrong category in {@code mixed6}: a study of at least this regret is stuck. */
    private static final double STUCK = .15;

    private final String sampler;
    private final long[] seeds;
    private final int longest;
    private final OptunaReference optuna;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> stuck = new ArrayList<>();

    private RegretBenchmark(String sampler, long[] seeds) {
        this.sampler = sampler;
        this.seeds = seeds;
        this.longest = sampler.equals("gp") ? 50 : 100;
        this.optuna = new OptunaReference(sampler);
    }

    public static void main(String[] arguments) {
        String[] range = arguments[1].split("-");
        long first = range.length == 1 ? 0 : Long.parseLong(range[0]);
        long last = range.length == 1 ? Long.parseLong(range[0]) - 1 : Long.parseLong(range[1]);
        long[] seeds = IntStream.rangeClosed(0, (int) (last - first))
                .mapToLong(i -> first + i)
                .toArray();
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        new RegretBenchmark(arguments[0], seeds)
                .run(Stream.concat(Problem.all().stream(), Problem.constrained().stream())
                        .filter(problem -> wanted.isEmpty() || wanted.contains(problem.name()))
                        .toList());
    }

    private void run(List<Problem> problems) {
        print(
                "\n%s, seeds %d to %d; median [quartiles]; Optuna's median, and p of the rank test against its seeds\n",
                sampler, seeds[0], seeds[seeds.length - 1]);
        print(
                "| function | N | regret | Optuna | ratio | p(worse) | met | ms a study |\n|---|---|---|---|---|---|---|---|");
        problems.forEach(this::measure);
        table("| accepted trials | first third | second | last | Optuna's thirds |\n|---|---|---|---|---|", accepted);
        table("| stuck in a wrong category | N | share | Optuna |\n|---|---|---|---|", stuck);
    }

    private void measure(Problem problem) {
        double[][] regret = new double[seeds.length][];
        double[] thirds = new double[3];
        long start = System.nanoTime();
        for (int i = 0; i < seeds.length; i++) {
            List<FinishedTrial> trials = Studies.run(problem, sampler(seeds[i]), longest, seeds[i]);
            regret[i] = Studies.regret(problem, trials);
            for (int third = 0; third < 3; third++) {
                thirds[third] += Studies.acceptedShare(trials, third, 3) / seeds.length;
            }
        }
        double millis = (System.nanoTime() - start) / 1e6 / seeds.length;
        for (int count : COUNTS) {
            if (count <= longest) {
                double[] at = Arrays.stream(regret)
                        .mapToDouble(each -> each[count - 1])
                        .toArray();
                print("%s %.0f |", row(problem.name(), count, at), millis);
                if (problem.name().startsWith("mixed6") && count >= 50) {
                    stuck.add(stuck(problem.name(), count, at));
                }
            }
        }
        if (thirds[0] < 1) {
            String theirs = optuna.accepted(problem.name(), longest)
                    .map(each -> format("%.3f, %.3f, %.3f", each[0], each[1], each[2]))
                    .orElse("–");
            accepted.add(format(
                    "| %s | %.3f | %.3f | %.3f | %s |", problem.name(), thirds[0], thirds[1], thirds[2], theirs));
        }
    }

    private Sampler sampler(long seed) {
        return switch (sampler) {
            case "tpe" -> new TpeSampler();
            case "gp" -> new GpSampler(10, seed);
            case "random" -> new RandomSampler(seed);
            case "quasi" -> new QuasiRandomSampler(seed);
            default -> throw new IllegalArgumentException(sampler + ": use tpe, gp, random or quasi");
        };
    }

    private String row(String problem, int count, double[] regret) {
        double median = RankTest.quantile(regret, .5);
        String mine = format(
                "| %s | %d | %.3g [%.2g, %.2g] |",
                problem, count, median, RankTest.quantile(regret, .25), RankTest.quantile(regret, .75));
        Optional<Double> theirs = optuna.median(problem, count);
        if (theirs.isEmpty()) {
            return mine + " – | – | – | – |";
        }
        double ratio = median / theirs.get();
        Optional<Double> p = optuna.seeds(problem, count).map(each -> RankTest.pGreater(regret, each));
        boolean met = ratio <= 1 || sampler.equals("tpe") && p.orElse(0.0) > .01;
        return format(
                "%s %.3g | %.2g | %s | %s |",
                mine, theirs.get(), ratio, p.map(each -> format("%.3f", each)).orElse("–"), met ? "yes" : "NO");
    }

    private String stuck(String problem, int count, double[] regret) {
        String theirs = optuna.seeds(problem, count)
                .map(each -> format("%.3f of %d", stuckShare(each), each.length))
                .orElse("–");
        return format("| %s | %d | %.3f of %d | %s |", problem, count, stuckShare(regret), regret.length, theirs);
    }

    private static double stuckShare(double[] regret) {
        return Arrays.stream(regret).filter(each -> each >= STUCK).count() / (double) regret.length;
    }

    private static void table(String head, List<String> rows) {
        if (!rows.isEmpty()) {
            print("\n%s", head);
            rows.forEach(row -> print("%s", row));
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(format(format, arguments));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
