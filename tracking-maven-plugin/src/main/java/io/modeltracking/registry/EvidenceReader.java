package io.modeltracking.registry;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gathers what a version stands on. */
public final class EvidenceReader {

    private final TrackingRoot root;
    private final Candidates candidates;
    private final Map<String, Map<String, String>> about;

    /** @param about what only people know, by the model's name */
    public EvidenceReader(TrackingRoot root, Candidates candidates, Map<String, Map<String, String>> about) {
        this.root = root;
        this.candidates = candidates;
        this.about = about;
    }

    /**
     * The evidence for a run: of a study, its winner.
     *
     * @param overridden the rule that would have chosen another, or null
     */
    public Evidence of(RunRecord chosen, String overridden) {
        RunRecord run = winner(chosen);
        RunRecord study = run != chosen ? chosen : parent(run);
        SourceState source = source(run);
        RunRecord holder = run.datasets().isEmpty() && study != null ? study : run;
        return new Evidence(
                run.id(),
                study == null ? null : study.id(),
                run.experiment(),
                study == null ? null : rank(study, run),
                overridden,
                considered(run.experiment()),
                run.models().stream()
                        .map(model -> new Evidence.File(model.artifact(), model.sha256(), model.size()))
                        .toList(),
                holder.datasets().stream().map(EvidenceReader::data).toList(),
                source == null ? null : source.commit(),
                source == null ? null : source.branch(),
                source != null && source.dirty(),
                run.started().build(),
                run.started().module(),
                candidates.gates(run.experiment()).stream()
                        .map(gate -> new Evidence.Verdict(gate.rule(), gate.shown(), gate.passed()))
                        .toList(),
                authors(run.started().author()),
                about.getOrDefault(run.started().model(), Map.of()),
                List.of());
    }

    /** The study that a trial belongs to, whose winner another rule chose; null outside a study. */
    RunRecord parent(RunRecord run) {
        return candidates.runs().stream()
                .filter(other -> other.id().equals(run.started().parent()))
                .findFirst()
                .orElse(null);
    }

    RunRecord winner(RunRecord chosen) {
        if (chosen.search().winner() == null) {
            return chosen;
        }
        return candidates.runs().stream()
                .filter(run -> run.id().equals(chosen.search().winner().run()))
                .findFirst()
                .orElse(chosen);
    }

    private Integer rank(RunRecord study, RunRecord run) {
        Objective own = run.search().objective();
        if (own == null || own.value() == null) {
            return null;
        }
        boolean maximize = "MAXIMIZE".equals(own.direction());
        Comparator<Double> better = maximize ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return 1
                + (int) candidates.runs().stream()
                        .filter(other -> study.id().equals(other.started().parent()))
                        .filter(Candidates::isAccepted)
                        .map(other -> other.search().objective())
                        .filter(other -> other != null && other.value() != null)
                        .filter(other -> better.compare(other.value(), own.value()) < 0)
                        .count();
    }

    private List<Evidence.Considered> considered(String experiment) {
        return candidates.runs().stream()
                .filter(run -> run.experiment().equals(experiment))
                .sorted(Comparator.comparing((RunRecord run) -> run.started().time())
                        .thenComparing(RunRecord::id))
                .map(run -> new Evidence.Considered(
                        run.id(),
                        run.verdict() == Verdict.REJECTED
                                ? "REJECTED"
                                : run.status().name(),
                        run.reason(),
                        run.search().objective() == null
                                        || run.search().objective().value() == null
                                ? null
                                : run.search().objective().value().toString()))
                .toList();
    }

    private static Evidence.Data data(DatasetRecord data) {
        return new Evidence.Data(data.name(), data.role(), data.hash());
    }

    private SourceState source(RunRecord run) {
        String sha256 = run.facts().get("source");
        try {
            return sha256 == null ? null : new FactStore(root).read(sha256, SourceState.class);
        } catch (IOException e) {
            throw new LedgerException("Cannot read the source of run " + run.shortId() + " (" + e + ")", e);
        }
    }

    private static List<Actor> authors(RunEvent.Author author) {
        return author == null || author.name() == null
                ? List.of()
                : List.of(new Actor(author.name(), author.email(), Objects.toString(author.source(), "unknown")));
    }
}
