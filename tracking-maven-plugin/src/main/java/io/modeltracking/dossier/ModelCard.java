package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.run.RunEvent.Model;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The {@code modelCard} of CycloneDX 1.6. What is not known is left out, and named in a property {@code notProvided}. */
final class ModelCard {

    private static final List<String> ASKED = List.of("purpose", "limits", "owner", "tier", "reviewDate");
    private static final List<String> NOWHERE = List.of("users", "ethicalConsiderations", "fairnessAssessments");

    /** Autologged params of a run's trainings, which have their number from the second on. */
    private static final Pattern OBJECTIVE = Pattern.compile("xgboost\\.(\\d+\\.)?objective");

    private static final Pattern BOOSTER = Pattern.compile("xgboost\\.(\\d+\\.)?effective\\.booster");

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
        List<String> objectives = winner.params(OBJECTIVE);
        List<String> tasks = objectives.stream().map(ModelCard::task).distinct().toList();
        if (tasks.size() == 1) {
            parameters.put("task", tasks.get(0));
        }
        List<String> boosters = winner.params(BOOSTER);
        parameters.put(
                "architectureFamily", boosters.equals(List.of("gblinear")) ? "linear boosting" : "gradient boosting");
        parameters.put("modelArchitecture", ("XGBoost " + String.join(", ", boosters)).strip());
        ArrayNode outputs = parameters.putArray("outputs");
        objectives.forEach(objective -> outputs.addObject().put("format", "float (" + objective + ")"));
        if (outputs.isEmpty()) {
            outputs.addObject().put("format", "float");
        }
    }

    private static String task(String objective) {
        if (objective.startsWith("rank:")) {
            return "ranking";
        }
        return objective.startsWith("binary:") || objective.startsWith("multi:") ? "classification" : "regression";
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
