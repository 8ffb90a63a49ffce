package io.modeltracking.experiment;

import io.modeltracking.Seeds;
import io.modeltracking.autolog.AutologSink;
import io.modeltracking.autolog.DataRead;
import io.modeltracking.autolog.Explainable;
import io.modeltracking.chart.Chart;
import io.modeltracking.run.Origin;
import io.modeltracking.validation.MetricDirection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Takes what autologging sees into a run. */
final class RunSink implements AutologSink {

    private final RunLog log;
    private final Seeds seeds;
    private final ArtifactLog artifacts;
    private final ChartLog charts;
    private final ModelLog models;
    private final DatasetLog datasets;
    private final Selection selection;
    private final EarlyStopping earlyStopping;
    private final ExplanationLog explanations;
    /** Null unless unseeded randomness is a failure. */
    private volatile RequirementsBook strict;

    RunSink(
            RunLog log,
            Seeds seeds,
            ArtifactLog artifacts,
            ChartLog charts,
            ModelLog models,
            DatasetLog datasets,
            Selection selection,
            EarlyStopping earlyStopping) {
        this.log = log;
        this.seeds = seeds;
        this.artifacts = artifacts;
        this.charts = charts;
        this.models = models;
        this.datasets = datasets;
        this.selection = selection;
        this.earlyStopping = earlyStopping;
        boolean trial = selection.mayWin() && log.started().name() == null;
        this.explanations = new ExplanationLog(log, charts, () -> seeds.sharedInt("explain"), datasets::isText, trial);
    }

    /** @param requirements of the run, which fail by unseeded randomness where the experiment says {@code strictSeeds} */
    void begin(ExperimentDefinition experiment, RequirementsBook requirements) {
        explanations.begin(experiment.explain());
        strict = experiment.strictSeeds() ? requirements : null;
    }

    /** Called when nothing of the run is seen, so that nobody can say that all was seeded. */
    void unseen() {
        if (strict != null) {
            strict.that("strictSeeds: unseeded randomness is looked for, by autologging", false);
        }
    }

    /** Called when the agent came later than the user's first classes. */
    void seenInPart() {
        if (strict != null) {
            log.warning(
                    "unseeded",
                    "strictSeeds: only classes that were loaded after the agent was attached to this JVM are looked at: run it"
                            + " from Maven, where the JVM starts with the agent");
        }
    }

    @Override
    public void unseeded(String call) {
        log.warning(
                "unseeded",
                call + " gives other numbers each time: take the injected Random, RandomGenerator or Seeds instead");
        if (strict != null) {
            strict.that("strictSeeds: no " + call, false);
        }
    }

    ExplanationLog explanations() {
        return explanations;
    }

    @Override
    public OptionalInt explanationSeed() {
        return explanations.seed();
    }

    @Override
    public int[] explainedRows() {
        return explanations.chosen();
    }

    @Override
    public void explainable(String suffix, Explainable model) {
        explanations.add(suffix, model);
    }

    @Override
    public boolean open() {
        return log.isOpen();
    }

    @Override
    public int seed(String stream) {
        return seeds.intOf(stream);
    }

    @Override
    public void param(String name, Object value) {
        log.param(name, value, Origin.AUTOLOG);
    }

    @Override
    public void metric(String name, double value, Long step) {
        log.metric(name, value, step, MetricDirection.of(name).map(Enum::name).orElse(null));
    }

    @Override
    public void model(
            String name, byte[] content, String format, List<Feature> features, String library, String libraryVersion) {
        int dot = name.lastIndexOf('.');
        models.record(
                dot < 0 ? name : name.substring(0, dot),
                artifacts.keep(name, out -> out.write(content)),
                "xgboost-" + format,
                ModelLog.features(features),
                library,
                libraryVersion);
    }

    @Override
    public void artifact(String name, byte[] content) {
        artifacts.keep(name, out -> out.write(content));
    }

    @Override
    public void importance(String name, Map<String, Map<String, Double>> byKind) {
        byKind.forEach((kind, byFeature) -> charts.log(
                name + "_" + kind,
                Chart.bars(
                                ChartLog.ofModel(name.replaceFirst("^importance", ""), "Importance: " + kind),
                                byFeature.keySet().toArray(String[]::new),
                                byFeature.values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray(),
                                kind)
                        .named(name + "_" + kind)));
    }

    @Override
    public void read(DataRead read) {
        datasets.read(read);
    }

    @Override
    public boolean shouldStop(String metric, double value, long round) {
        return selection.stops(metric, value, round);
    }

    @Override
    public String refuseEarlyStopping(String watch) {
        return earlyStopping
                .watched(watch)
                .filter(fault -> !selection.allowsHoldout(fault, log))
                .map(fault -> Character.toUpperCase(fault.charAt(0)) + fault.substring(1)
                        + ". Put a VALIDATION data set last among the watches")
                .orElse(null);
    }

    @Override
    public void warning(String code, String message) {
        log.warning(code, message);
    }
}
