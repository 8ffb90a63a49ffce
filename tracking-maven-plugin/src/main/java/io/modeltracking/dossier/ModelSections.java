package io.modeltracking.dossier;

import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the winner is made of, and how good it is. */
final class ModelSections {

    private ModelSections() {}

    static Section model(DossierSubject subject) {
        RunRecord run = subject.run();
        if (run == null) {
            return new Section("model", "Model", new Block.Paragraph("The journal of its run is lost."));
        }
        List<Block> blocks = new ArrayList<>();
        Block.Rows rows = Block.fields();
        run.models()
                .forEach(model -> rows.add(
                                "Model " + model.name(),
                                Cell.of(model.format() + " of " + model.library() + " " + model.libraryVersion()))
                        .add(
                                "Features, in order",
                                Cell.of(model.features().stream()
                                        .map(Feature::name)
                                        .collect(Collectors.joining(", ")))));
        run.seeds()
                .forEach(seed -> rows.add(
                        "Seed " + String.join("/", seed.path()),
                        Cell.of(seed.seed() + " (" + seed.version() + " of root " + seed.root() + ")")));
        run.warnings().forEach(warning -> rows.add("Warning " + warning.code(), Cell.of(warning.message())));
        blocks.add(rows.table());
        blocks.add(new Block.Table(
                "Hyperparameters",
                List.of("Param", "Value", "From"),
                run.params().values().stream()
                        .map(param -> List.of(
                                Cell.of(param.name()),
                                Cell.of(param.value().text()),
                                Cell.of((param.origin() == null ? Origin.USER : param.origin())
                                        .toString()
                                        .toLowerCase(Locale.ROOT))))
                        .toList()));
        return new Section("model", "Model", blocks);
    }

    static Section metrics(DossierSubject subject) {
        Metrics metrics = Metrics.of(subject);
        List<Block> blocks = new ArrayList<>();
        List<String> datasets = metrics.datasets();
        if (!datasets.isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            "A value in brackets is its interval as it was computed by the experiment. No"
                                    + " figure here has been judged by anybody; the gates below say which rules it was held against."));
            blocks.add(new Block.Table(
                    null,
                    Stream.concat(Stream.of("Metric"), datasets.stream()).toList(),
                    metrics.figures().stream()
                            .map(name -> Stream.concat(
                                            Stream.of(Cell.of(name)),
                                            datasets.stream().map(data -> Cell.figure(metrics.text(data + "." + name))))
                                    .toList())
                            .toList()));
        }
        List<String> others = metrics.others();
        if (!others.isEmpty()) {
            blocks.add(new Block.Table(
                    "Metrics of no data set",
                    List.of("Metric", "Value"),
                    others.stream()
                            .map(name -> List.of(Cell.of(name), Cell.figure(metrics.text(name))))
                            .toList()));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph("No metric is known."));
        }
        return new Section("metrics", "Validation metrics", blocks);
    }
}
