package io.modeltracking.report;

import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.SearchEvent.Objective;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A study in the page, for when it is opened: what the table of runs does not say of its trials. */
final class PageStudy {

    private static final int LINE = 300;
    private static final int MOST_CHOICES = 200;
    private static final int POINTS = 60_000;
    private static final int FEWEST_POINTS = 12;
    private static final int MOST_POINTS = 120;

    private final PageData data;
    private final Study study;

    PageStudy(PageData data, Study study) {
        this.data = data;
        this.study = study;
    }

    void write(JsonFields json) throws IOException {
        StudySpace space = StudySpace.of(study.run());
        json.array("remarks", study.remarks(), remark -> json.text(Texts.line(remark, 2 * LINE)));
        json.array("better", study.rejectedThoughBetter(), trial -> json.whole(trial.number()));
        json.array("misses", study.nearestMisses(), trial -> json.whole(trial.number()));
        if (study.winner() != null) {
            line(json, "rule", study.winner().rule());
            json.real("best", study.winner().objective());
        }
        line(json, "rerun", study.run().command());
        params(json, space);
        trials(json);
        json.array("checks", StudyChecks.of(study), check -> check.write(json));
        importance(json, StudyImportance.of(study, space));
        curves(json, StudyCurves.of(study));
    }

    private static void line(JsonFields json, String name, String text) throws IOException {
        json.text(name, text == null ? null : Texts.line(text, LINE));
    }

    private void params(JsonFields json, StudySpace space) throws IOException {
        Map<String, StudySpace.Axis> axes = new LinkedHashMap<>();
        space.axes().forEach(axis -> axes.put(axis.name(), axis));
        Set<String> names = new LinkedHashSet<>(axes.keySet());
        Set<String> pinned = new LinkedHashSet<>();
        for (StudyTrial trial : study.trials()) {
            if (trial.run() != null) {
                trial.run().record().params().values().stream()
                        .filter(StudySpace::isSearched)
                        .forEach(param -> {
                            names.add(param.name());
                            if (param.origin() == Origin.COMMAND_LINE) {
                                pinned.add(param.name());
                            }
                        });
            }
        }
        json.array(
                "params",
                names,
                name -> json.object(() -> {
                    line(json, "name", name);
                    json.flag("pinned", pinned.contains(name));
                    if (axes.containsKey(name)) {
                        axis(json, axes.get(name));
                    }
                }));
    }

    private static void axis(JsonFields json, StudySpace.Axis axis) throws IOException {
        json.flag("log", axis.log());
        json.flag("fixed", axis.fixed());
        json.real("min", axis.min());
        json.real("max", axis.max());
        if (axis.choices() != null) {
            json.array(
                    "choices",
                    axis.choices().stream().limit(MOST_CHOICES).toList(),
                    choice -> PageIndex.param(json, ParamValue.of(choice)));
        }
    }

    private void trials(JsonFields json) throws IOException {
        List<StudyTrial> trials = study.trials();
        json.array("trial", trials, trial -> json.whole(trial.number()));
        json.array("runs", trials, trial -> json.whole(trial.run() == null ? -1 : data.number(trial.runId())));
        json.object("unknown", () -> {
            for (StudyTrial trial : trials) {
                if (trial.run() == null) {
                    line(json, Integer.toString(trial.number()), trial.runId());
                }
            }
        });
        json.array("reused", trials.stream().filter(StudyTrial::reused).toList(), trial -> json.whole(trial.number()));
        reals(json, "objective", StudyTrial::value);
        reals(json, "violation", StudyTrial::violation);
        reals(json, "deviation", trial -> of(trial, Objective::standardDeviation));
        reals(json, "parts", trial -> {
            Integer parts = of(trial, Objective::parts);
            return parts == null ? null : parts.doubleValue();
        });
        json.array("samplers", trials, trial -> {
            if (trial.sampler() == null) {
                json.nothing();
            } else {
                json.text(Texts.line(trial.sampler(), LINE));
            }
        });
    }

    private static <T> T of(StudyTrial trial, Function<Objective, T> field) {
        return trial.objective() == null ? null : field.apply(trial.objective());
    }

    private void reals(JsonFields json, String name, Function<StudyTrial, Double> value) throws IOException {
        json.array(name, study.trials(), trial -> {
            Double real = value.apply(trial);
            if (real == null) {
                json.nothing();
            } else {
                json.real(real);
            }
        });
    }

    private static void importance(JsonFields json, StudyImportance importance) throws IOException {
        json.object("importance", () -> {
            json.whole("trials", importance.trials());
            line(json, "problem", importance.problem());
            json.array(
                    "shares",
                    importance.shares().entrySet(),
                    share -> json.array(() -> {
                        json.text(Texts.line(share.getKey(), LINE));
                        json.real(share.getValue());
                    }));
        });
    }

    private void curves(JsonFields json, StudyCurves curves) throws IOException {
        line(json, "watched", curves.metric());
        int points = Math.max(
                FEWEST_POINTS,
                Math.min(MOST_POINTS, POINTS / Math.max(1, curves.byTrial().size())));
        json.object("curves", () -> {
            for (Map.Entry<Integer, MetricSeries> curve : curves.byTrial().entrySet()) {
                List<Metric> shown = curve.getValue().thinned(points);
                json.array(Integer.toString(curve.getKey()), () -> {
                    json.array(() -> {
                        for (Metric value : shown) {
                            json.whole(value.step());
                        }
                    });
                    json.array(() -> {
                        for (Metric value : shown) {
                            json.real(value.value());
                        }
                    });
                });
            }
        });
    }
}
