package io.modeltracking.dossier;

import io.modeltracking.run.BuildState;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where the version comes from: data, code and machine. */
final class LineageSections {

    private static final String LOST = "Not recorded, or lost.";

    private LineageSections() {}

    static Section data(DossierSubject subject) {
        List<DatasetRecord> datasets =
                subject.run() == null ? List.of() : subject.run().datasets();
        if (datasets.isEmpty()) {
            return new Section("data", "Data", new Block.Paragraph(LOST));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                null,
                List.of("Data set", "Role", "Rows", "Source", "SHA-256 of the content", "SHA-256 of the file"),
                datasets.stream()
                        .map(data -> List.of(
                                Cell.brief(data.name()),
                                Cell.brief(data.role()),
                                Cell.figure(Objects.toString(data.rows(), null)),
                                Cell.code(source(data.source())),
                                Cell.code(data.contentSha256()),
                                Cell.code(data.bytesSha256())))
                        .toList()));
        datasets.forEach(data -> blocks.add(columns(data)));
        return new Section("data", "Data", blocks);
    }

    private static String source(DatasetRecord.Source source) {
        if (source == null) {
            return null;
        }
        return source.kind()
                + (source.location() == null ? "" : " " + source.location())
                + (source.sql() == null ? "" : " " + source.sql())
                + (source.bindings().isEmpty() ? "" : " " + source.bindings());
    }

    private static Block.Table columns(DatasetRecord data) {
        return new Block.Table(
                "Columns of " + data.name()
                        + (data.keys().isEmpty() ? "" : ", keyed by " + String.join(", ", data.keys())),
                List.of("Column", "Type", "Missing", "Least", "Greatest", "Mean", "Different"),
                data.columns().stream()
                        .map(column -> List.of(
                                Cell.of(column.name()),
                                Cell.of(column.type()),
                                Cell.figure(Long.toString(column.missing())),
                                Cell.of(column.min()),
                                Cell.of(column.max()),
                                Cell.figure(column.mean()),
                                Cell.figure(Objects.toString(column.distinct(), null))))
                        .toList());
    }

    static Section code(DossierSubject subject) {
        SourceState source = subject.source();
        if (source == null) {
            return new Section("code", "Code", new Block.Paragraph(LOST));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.fields()
                .add("Commit", Cell.code(source.commit()))
                .add("Branch", Cell.of(source.branch()))
                .add("Remote", Cell.code(source.remote()))
                .add(
                        "Work tree",
                        source.dirty()
                                ? Cell.verdict(false, "DIRTY: the files below are not those of the commit")
                                : Cell.of("clean: all files are those of the commit"))
                .add("Test", Cell.code(test(subject)))
                .add("Remark", Cell.of(source.problem()))
                .table());
        if (!source.overlay().isEmpty()) {
            blocks.add(new Block.Table(
                    "Files that differ from the commit" + (source.overlayComplete() ? "" : ", not all of them kept"),
                    List.of("File", "Mode", "SHA-256"),
                    source.overlay().stream()
                            .map(file ->
                                    List.of(Cell.code(file.path()), Cell.code(file.mode()), Cell.code(file.sha256())))
                            .toList()));
        }
        return new Section("code", "Code", blocks);
    }

    private static String test(DossierSubject subject) {
        return subject.run().started().testClass() == null
                ? null
                : subject.run().started().testClass() + "#"
                        + subject.run().started().method();
    }

    static Section environment(DossierSubject subject) {
        EnvironmentState environment = subject.environment();
        if (environment == null) {
            return new Section("environment", "Environment", new Block.Paragraph(LOST));
        }
        Block.Rows rows = Block.fields()
                .add("Java", Cell.of(environment.javaVendor() + " " + environment.javaRuntime()))
                .add(
                        "System",
                        Cell.of(environment.osName() + " " + environment.osVersion() + ", " + environment.osArch()))
                .add("Processor", Cell.of(environment.cpu() + ", " + environment.processors() + " available"))
                .add("Locale, time zone", Cell.of(environment.locale() + ", " + environment.timeZone()))
                .add("Native libraries", Cell.of(joined(environment.natives())))
                .add(
                        "Class path",
                        Cell.of(environment.classPath().size()
                                + " entries, with their SHA-256 in evidence/environment.json"));
        BuildState build = subject.build();
        if (build != null) {
            rows.add("Maven", Cell.of(build.mavenVersion() + ": " + String.join(" ", build.goals())));
            rows.add("Typed properties", Cell.of(joined(build.properties())));
        }
        return new Section("environment", "Environment", rows.table());
    }

    private static String joined(Map<String, String> map) {
        return map.isEmpty()
                ? null
                : new TreeMap<>(map)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "));
    }
}
