package io.modeltracking.reproduce;

import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunRecord;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of a run that hold the same figures as its metrics: models, the data of charts, importances and kept predictions. They
 * cannot be equal to the bit where a metric is not, so they are judged by the metrics.
 */
final class FigureFiles {

    private static final Pattern DATA = Pattern.compile("\\.(csv|json)$");
    private static final Pattern KEPT =
            Pattern.compile("([^/]+/predictions(_sample)?|importance)\\.(json|csv|csv\\.gz)");

    private final Set<String> models;
    private final Set<String> pictures;

    FigureFiles(RunRecord run) {
        models = run.models().stream().map(model -> model.artifact()).collect(Collectors.toSet());
        pictures = run.artifacts().stream()
                .map(Artifact::name)
                .filter(name -> name.endsWith(".png"))
                .collect(Collectors.toSet());
    }

    boolean holds(String name) {
        return models.contains(name)
                || KEPT.matcher(name).matches()
                || DATA.matcher(name).find()
                        && pictures.contains(DATA.matcher(name).replaceFirst(".png"));
    }
}
