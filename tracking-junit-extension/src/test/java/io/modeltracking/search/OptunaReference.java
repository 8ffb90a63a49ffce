package io.modeltracking.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Optuna reaches on the benchmark's problems.
 *
 * <p>{@code optuna-regret.csv} has quartiles over seeds, {@code optuna-regret-seeds.csv} and {@code optuna-more-seeds.csv} the
 * regret of each seed, {@code optuna-accepted.csv} the share of accepted trials by thirds of a study. The last two are written
 * by {@code src/test/python/optuna_regret.py}.
 */
final class OptunaReference {

    private final String sampler;
    private final List<String[]> quartiles = lines("optuna-regret.csv");
    private final List<String[]> seeds = lines("optuna-regret-seeds.csv");
    private final List<String[]> moreSeeds = lines("optuna-more-seeds.csv");
    private final List<String[]> accepted = lines("optuna-accepted.csv");

    OptunaReference(String sampler) {
        this.sampler = sampler;
    }

    /** The regret of each seed after so many trials. */
    Optional<double[]> seeds(String problem, int trials) {
        return find(seeds, problem, 3, trials)
                .or(() -> find(moreSeeds, problem, 3, trials))
                .map(cells -> Arrays.stream(cells[4].split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    /** The published median, else the one of {@link #seeds}. */
    Optional<Double> median(String problem, int trials) {
        return find(quartiles, problem, 4, trials)
                .map(cells -> Double.parseDouble(cells[6]))
                .or(() -> seeds(problem, trials).map(values -> RankTest.quantile(values, .5)));
    }

    /** The mean share of accepted trials in each third of a study. */
    Optional<double[]> accepted(String problem, int trials) {
        return find(accepted, problem, 4, trials)
                .map(cells -> Arrays.stream(cells, 5, 8)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    /** Of several versions the newest, which stands last. */
    private Optional<String[]> find(List<String[]> lines, String problem, int column, int trials) {
        return lines.stream()
                .filter(cells -> cells[0].equals(problem)
                        && cells[2].equals(sampler)
                        && cells[column].equals(Integer.toString(trials)))
                .reduce((older, newer) -> newer);
    }

    private static List<String[]> lines(String resource) {
        try (InputStream in = OptunaReference.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
