package io.modeltracking.registry;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Literal;
import io.modeltracking.store.query.Operator;
import java.nio.file.Files;
import java.util.List;

/** The models that have a version, or a run that may become the first. */
public final class KnownModels {

    private static final Column MODEL = new Column(Column.Kind.ATTRIBUTE, "model");

    private final TrackingRoot root;
    private final String plugin;

    /** @param plugin this plugin's version */
    public KnownModels(TrackingRoot root, String plugin) {
        this.root = root;
        this.plugin = plugin;
    }

    /** @throws RegistryException when it is none of them, listing those with a version */
    public void check(Registry registry, String model) {
        boolean named = model != null && !model.isBlank();
        if (named && !registry.models().containsKey(model) && hasRun(model)) {
            return;
        }
        registry.model(model);
    }

    private boolean hasRun(String model) {
        if (!Files.isRegularFile(root.directory().resolve(History.FILE))) {
            return false;
        }
        Filter filter = new Filter.Comparison(MODEL, Operator.EQUAL, new Literal.Text(model));
        try (History history = History.open(root, plugin, false)) {
            return !history.store()
                    .search(new RunSearch(filter, List.of(), 1, true, List.of()))
                    .isEmpty();
        }
    }
}
