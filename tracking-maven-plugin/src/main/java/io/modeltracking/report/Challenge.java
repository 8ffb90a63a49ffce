package io.modeltracking.report;

import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.RegisteredModel;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run that the gates judged against the version of its model in Production.
 *
 * @param champion null when none is in Production
 * @param championRun with the champion's figures; null when it is not in the history
 * @param challenger with the figures that gates judged: a study's run has its winner's
 * @param metrics that both have, those that gates read first
 * @param changes between the two trainings
 */
record Challenge(
        String model,
        ModelVersion champion,
        ReportRun championRun,
        ReportRun challenger,
        List<ChallengeMetric> metrics,
        List<ChallengeChange> changes) {

    /** One a judged run, in the order of the gates. */
    static List<Challenge> of(ReportInput input) {
        Set<String> judged = new LinkedHashSet<>();
        input.gates().stream().map(GateLine::runId).filter(id -> id != null).forEach(judged::add);
        List<Challenge> challenges = new ArrayList<>();
        for (String id : judged) {
            find(input, id).map(run -> of(input, run)).ifPresent(challenges::add);
        }
        return challenges;
    }

    private static Challenge of(ReportInput input, ReportRun challenger) {
        String model = challenger.record().started().model();
        Optional<ModelVersion> version = Optional.ofNullable(
                        model == null ? null : input.past().registry().models().get(model))
                .flatMap(RegisteredModel::champion);
        if (version.isEmpty()) {
            return new Challenge(model, null, null, challenger, List.of(), List.of());
        }
        String made = version.get().evidence().run();
        String study = version.get().evidence().study();
        ReportRun figures = input.past().champions().get(study == null ? made : study);
        if (figures == null) {
            return new Challenge(model, version.get(), null, challenger, List.of(), List.of());
        }
        ReportRun training = input.past().champions().getOrDefault(made, figures);
        return new Challenge(
                model,
                version.get(),
                figures,
                challenger,
                ChallengeMetric.of(figures.record(), challenger.record(), input.gates()),
                ChallengeChange.between(training, training(input, challenger)));
    }

    /** The winner's own run, which has all of its params; else the run itself. */
    private static ReportRun training(ReportInput input, ReportRun run) {
        SearchEvent.Winner winner = run.record().search().winner();
        return winner == null ? run : find(input, winner.run()).orElse(run);
    }

    private static Optional<ReportRun> find(ReportInput input, String id) {
        return input.runs().stream().filter(run -> run.record().id().equals(id)).findFirst();
    }

    /** Why some have nothing to compare, each reason once; the models without a version in Production in one sentence. */
    static List<String> obstacles(List<Challenge> challenges) {
        Set<String> models = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Challenge challenge : challenges) {
            if (challenge.champion == null) {
                models.add(challenge.model);
            } else if (challenge.obstacle() != null) {
                others.add(challenge.obstacle());
            }
        }
        List<String> obstacles = new ArrayList<>(others);
        if (!models.isEmpty()) {
            obstacles.add(nothingInProduction(String.join(", ", models)));
        }
        return obstacles;
    }

    private static String nothingInProduction(String models) {
        return "No version of " + models + " is in Production: there is nothing to compare with.";
    }

    /** Why there is nothing to compare; null where there is. */
    String obstacle() {
        if (champion == null) {
            return nothingInProduction(model);
        }
        RunRecord run = championRun == null ? null : championRun.record();
        if (run == null) {
            return "The run of " + champion + " is not in the history: restore it from a backup.";
        }
        return run.id().equals(challenger.record().id()) ? "This run is " + champion + " itself." : null;
    }
}
