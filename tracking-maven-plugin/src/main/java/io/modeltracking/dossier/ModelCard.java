package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.run.RunEvent.Model;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code modelCard} of CycloneDX 1.6. What is not known is left out, and named in a property {@code notProvided}. */
final class ModelCard {

    private static final List<String> ASKED = List.of("purpose", "limits", "owner", "tier", "reviewDate");
    private static final List<String> NOWHERE = List.of("users", "ethicalConsiderations", "fairnessAssessments");

    private final DossierSubject subject;
    private final Winner winner;
    private final BomProperties properties = new BomProperties();

    private ModelCard(DossierSubject subject) {
        this.subject = subject;
        this.winner = Winner.of(subject);
    }

    /** @param datasets references of the components that are data sets */
    static ObjectNode of(DossierSubject subject, List<String> datasets) {
        return new ModelCard(subject).write(datasets);
    }

    private ObjectNode write(List<String> datasets) {
        ObjectNode card = DossierJson.object();
        card.set("modelParameters", parameters(datasets));
        ArrayNode metrics = PerformanceMetrics.of(winner);
        if (metrics.isEmpty()) {
            properties.missing("quantitativeAnalysis");
        } else {
            card.putObject("quantitativeAnalysis").set("performanceMetrics", metrics);
        }
        considerations(card);
        recorded();
        properties.into(card);
        return card;
    }

    private ObjectNode parameters(List<String> datasets) {
        ObjectNode parameters = DossierJson.object();
        List<Model> models = winner.models();
        if (models.stream().anyMatch(model -> model.format().startsWith("xgboost"))) {
            boosted(parameters);
        } else {
            properties.missing("approach");
        }
        ArrayNode refs = parameters.arrayNode();
        datasets.forEach(ref -> refs.addObject().put("ref", ref));
        DossierJson.put(parameters, "datasets", refs);
        ArrayNode inputs = parameters.arrayNode();
        models.stream()
                .flatMap(model -> model.features().stream())
                .distinct()
                .forEach(feature -> inputs.addObject().put("format", format(feature)));
        DossierJson.put(parameters, "inputs", inputs);
        if (inputs.isEmpty()) {
            properties.missing("inputs");
        }
        if (!parameters.has("outputs")) {
            properties.missing("outputs");
        }
        return parameters;
    }

    /** What XGBoost is whatever it was trained on: it learns from labels, and predicts floats. */
    private void boosted(ObjectNode parameters) {
        parameters.putObject("approach").put("type", "supervised");
        String objective = winner.param("xgboost.objective");
        if (objective != null) {
            boolean classes = objective.startsWith("binary:") || objective.startsWith("multi:");
            parameters.put(
                    "task", classes ? "classification" : objective.startsWith("rank:") ? "ranking" : "regression");
        }
        String booster = winner.param("xgboost.effective.booster");
        DossierJson.put(parameters, "architectureFamily", "gblinear".equals(booster) ? "linear" : "gradient boosting");
        DossierJson.put(parameters, "modelArchitecture", booster == null ? "XGBoost" : "XGBoost " + booster);
        String meaning = objective == null ? "" : " (" + objective + ")";
        parameters.putArray("outputs").addObject().put("format", "float" + meaning);
    }

    private static String format(Feature feature) {
        return feature.type() == null ? feature.name() : feature.name() + ": " + feature.type();
    }

    private void considerations(ObjectNode card) {
        Map<String, String> about = new TreeMap<>(winner.evidence().about());
        ASKED.stream().filter(fact -> !about.containsKey(fact)).forEach(properties::missing);
        NOWHERE.forEach(properties::missing);
        ObjectNode considerations = DossierJson.object();
        list(considerations, "useCases", about.remove("purpose"));
        list(considerations, "technicalLimitations", about.remove("limits"));
        if (!considerations.isEmpty()) {
            card.set("considerations", considerations);
        }
        about.forEach(properties::add);
    }

    private static void list(ObjectNode owner, String name, String value) {
        if (value != null) {
            owner.putArray(name).add(value);
        }
    }

    private void recorded() {
        properties.add("experiment", winner.evidence().experiment());
        properties.add("run", winner.evidence().run());
        if (winner.run() == null) {
            properties.missing("the run's journal, which is lost");
            return;
        }
        winner.run()
                .params()
                .forEach((name, param) ->
                        properties.add("param:" + name, param.value().text()));
        winner.run().seeds().stream()
                .map(seed -> Long.toString(seed.root()))
                .distinct()
                .forEach(root -> properties.add("seed", root));
        if (subject.study() != null && subject.study().search().winner() != null) {
            properties.add("selection", subject.study().search().winner().rule());
        }
    }
}
