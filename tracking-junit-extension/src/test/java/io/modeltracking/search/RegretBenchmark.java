package io.modeltracking.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Regret of a sampler on every problem, beside Optuna's: {@code RegretBenchmark <tpe|gp|random|quasi> <seeds> [problem ...]}.
 *
 * <p>A row passes when the median is at most Optuna's, or when the one-sided rank test against the regret of each of
 * Optuna's 200 seeds does not find it worse (p &gt; 0.01). {@code optuna-more-seeds.csv} holds Optuna 5.0.0's default TPE, seeds
 * 0 to 199, on the problems that {@code optuna-regret-seeds.csv} lacks; constraints were given by {@code constraints_func}.
 */
final class RegretBenchmark {

    private static final int[] COUNTS = {20, 50, 100};

    private RegretBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        String sampler = arguments[0];
        int seeds = Integer.parseInt(arguments[1]);
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        System.out.println("| function | N | " + sampler + ", " + seeds
                + " seeds | Optuna | ratio | p(worse) | verdict |\n|---|---|---|---|---|---|---|");
        for (Problem problem : Stream.concat(Problem.all().stream(), Problem.constrained().stream())
                .toList()) {
            if (wanted.isEmpty() || wanted.contains(problem.name())) {
                measure(problem, sampler, seeds);
            }
        }
    }

    private static void measure(Problem problem, String sampler, int seeds) throws IOException {
        int longest = sampler.equals("gp") ? 50 : 100;
        double[][] regret = new double[seeds][];
        double[] accepted = new double[4];
        long start = System.nanoTime();
        for (int seed = 0; seed < seeds; seed++) {
            List<FinishedTrial> trials = Studies.run(problem, sampler(sampler, seed), longest, seed);
            regret[seed] = Studies.regret(problem, trials);
            for (int i = 0; i < longest; i++) {
                accepted[4 * i / longest] += trials.get(i).violation() == 0 ? 4.0 / longest / seeds : 0;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        for (int count : COUNTS) {
            if (count <= longest) {
                double[] at = Arrays.stream(regret)
                        .mapToDouble(each -> each[count - 1])
                        .toArray();
                System.out.println(row(problem.name(), count, sampler, at));
            }
        }
        System.out.printf(Locale.ROOT, "<!-- %s: %.1f ms a study", problem.name(), seconds * 1000 / seeds);
        if (Problem.constrained().stream().anyMatch(each -> each.name().equals(problem.name()))) {
            System.out.printf(Locale.ROOT, ", accepted by quarter %s", Arrays.toString(accepted));
        }
        System.out.println(" -->");
    }

    private static Sampler sampler(String name, long seed) {
        return switch (name) {
            case "tpe" -> new TpeSampler();
            case "gp" -> new GpSampler(10, seed);
            case "random" -> new RandomSampler(seed);
            case "quasi" -> new QuasiRandomSampler(seed);
            default -> throw new IllegalArgumentException(name + ": use tpe, gp, random or quasi");
        };
    }

    private static String row(String problem, int count, String sampler, double[] regret) throws IOException {
        double median = RankTest.quantile(regret, .5);
        String mine = String.format(
                Locale.ROOT,
                "| %s | %d | %.4g [%.3g, %.3g]",
                problem,
                count,
                median,
                RankTest.quantile(regret, .25),
                RankTest.quantile(regret, .75));
        Optional<double[]> each = seedsOf(problem, sampler, count);
        Optional<Double> reference =
                each.map(values -> RankTest.quantile(values, .5)).or(() -> medianOf(problem, sampler, count));
        if (reference.isEmpty()) {
            return mine + " | – | – | – | – |";
        }
        double ratio = median / reference.get();
        double p = each.map(values -> RankTest.pGreater(regret, values)).orElse(Double.NaN);
        return mine
                + String.format(
                        Locale.ROOT,
                        " | %.4g | %.2f | %.3f | %s |",
                        reference.get(),
                        ratio,
                        p,
                        ratio <= 1 || p > .01 ? "ok" : "WORSE");
    }

    private static Optional<double[]> seedsOf(String problem, String sampler, int count) throws IOException {
        return Stream.concat(lines("optuna-regret-seeds.csv"), lines("optuna-more-seeds.csv"))
                .filter(cells -> cells[0].equals(problem)
                        && cells[2].equals(sampler)
                        && cells[3].equals(Integer.toString(count)))
                .map(cells -> Arrays.stream(cells[4].split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .findFirst();
    }

    private static Optional<Double> medianOf(String problem, String sampler, int count) {
        try {
            return lines("optuna-regret.csv")
                    .filter(cells -> cells[0].equals(problem)
                            && cells[2].equals(sampler)
                            && cells[4].equals(Integer.toString(count)))
                    .map(cells -> Double.parseDouble(cells[6]))
                    .reduce((older, newer) -> newer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String[]> lines(String resource) throws IOException {
        try (InputStream in = RegretBenchmark.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(","));
        }
    }
}
