package io.modeltracking.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.HistoryStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Which address is answered by what. */
final class Router {

    private final ServedHistory history;
    private final StorePool stores;
    private final LiveIndex index;
    private final RunLists lists;
    private final RunSlices slices;
    private final LedgerPages ledger;
    private final ArtifactFiles artifacts;
    private final PageFiles page = new PageFiles();
    private final Map<String, Function<Map<String, String>, String>> api;

    Router(ServedHistory history, StorePool stores) {
        this.history = history;
        this.stores = stores;
        index = new LiveIndex(history, stores);
        lists = new RunLists(new KnownNames(index::version));
        slices = new RunSlices(history);
        ledger = new LedgerPages(history.root(), history.ledger(), history.log());
        artifacts = new ArtifactFiles(history.root(), history.source());
        api = Map.of(
                "state", parameters -> state(),
                "runs", parameters -> listed(parameters, lists::runs),
                "count", parameters -> listed(parameters, lists::count),
                "names", parameters -> stores.ask(lists::names).toString(),
                "experiments", parameters -> experiments(),
                "ledger", parameters -> ledger.page(parameters).toString(),
                "registry", parameters -> ledger.registry(),
                "run", parameters -> slice(parameters, "id", slices::run),
                "study", parameters -> slice(parameters, "id", slices::study),
                "compare", parameters -> slice(parameters, "ids", slices::compared));
    }

    /**
     * @param path as it came, not decoded
     * @param knownTag of what the browser has, or null
     * @throws Refusal for what there is not
     */
    Answer answer(String path, Map<String, String> parameters, String knownTag) {
        if (ArtifactFiles.isOne(path)) {
            return artifacts.answer(path, parameters.containsKey("download"));
        }
        if (path.startsWith("/api/")) {
            return Optional.ofNullable(api.get(path.substring(5)))
                    .map(question -> Answer.json(question.apply(parameters)))
                    .orElseThrow(Router::missing);
        }
        return Optional.ofNullable(page.answer(path, knownTag)).orElseThrow(Router::missing);
    }

    private static Refusal missing() {
        return new Refusal(404, "There is nothing at this address: start at /");
    }

    private String state() {
        LiveIndex.State state = index.state();
        return object().put("project", history.project())
                .put("plugin", history.plugin())
                .put("version", state.version())
                .put("running", state.running())
                .toString();
    }

    private String experiments() {
        if (!index.exists()) {
            return object().set("experiments", RunJson.mapper().createArrayNode())
                    .toString();
        }
        return stores.ask(lists::experiments).toString();
    }

    private String listed(Map<String, String> parameters, BiFunction<HistoryStore, RunQuestion, ObjectNode> list) {
        if (!index.exists()) {
            return object().put("empty", true).toString();
        }
        RunQuestion question = RunQuestion.of(parameters);
        return stores.ask(store -> list.apply(store, question)).toString();
    }

    private String slice(Map<String, String> parameters, String name, BiFunction<HistoryStore, String, String> slice) {
        if (!index.exists()) {
            throw new Refusal(404, "There is no history in this project yet: run an experiment (\"mvn verify\")");
        }
        return stores.ask(store -> slice.apply(store, parameters.getOrDefault(name, "")));
    }

    private static ObjectNode object() {
        return RunJson.mapper().createObjectNode();
    }
}
