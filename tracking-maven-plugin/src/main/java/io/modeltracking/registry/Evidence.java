package io.modeltracking.registry;

import java.util.List;
import java.util.Map;

/**
 * What a version stands on, as it was when it was registered.
 *
 * @param run the winner: the trial of a study, or the run itself
 * @param study the study's run, or null
 * @param rank of the run among the accepted trials, from 1 for the winner; null outside a study
 * @param overridden the rule that would have chosen another run; null when it chose this one
 * @param considered every run of the experiment in the build
 * @param files of the model, in the order of logging
 * @param commit null outside Git
 * @param build id, or null
 * @param authors of the run, as far as they are known
 * @param about what only people know: purpose, owner, tier, limits of use, review date, dates in force
 * @param waived rules that a waiver set aside
 */
public record Evidence(
        String run,
        String study,
        String experiment,
        Integer rank,
        String overridden,
        List<Considered> considered,
        List<File> files,
        List<Data> datasets,
        String commit,
        String branch,
        boolean dirty,
        String build,
        String module,
        List<Verdict> gates,
        List<Actor> authors,
        Map<String, String> about,
        List<Waivable> waived) {

    public Evidence {
        considered = orEmpty(considered);
        files = orEmpty(files);
        datasets = orEmpty(datasets);
        gates = orEmpty(gates);
        authors = orEmpty(authors);
        about = about == null ? Map.of() : Map.copyOf(about);
        waived = orEmpty(waived);
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    List<String> sha256() {
        return files.stream().map(File::sha256).toList();
    }

    /**
     * A run that could have been it.
     *
     * @param outcome its status, or {@code REJECTED}
     * @param objective as text; null where there is none
     */
    public record Considered(String run, String outcome, String reason, String objective) {}

    /** @param size bytes */
    public record File(String name, String sha256, long size) {}

    /** @param sha256 of the content as a table, else of the bytes; null when neither is known */
    public record Data(String name, String role, String sha256) {}

    /** @param observed as people read it; null when there was no figure */
    public record Verdict(String rule, String observed, boolean passed) {}
}
