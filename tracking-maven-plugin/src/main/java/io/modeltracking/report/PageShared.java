package io.modeltracking.report;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.SourceState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The block of what runs share: sources with their diffs, environments and data sets. */
final class PageShared {

    private static final int LINE = 500;
    private static final int SQL = 20_000;
    private static final int DIFF = 200_000;
    private static final int DIFFS_IN_ALL = 2_000_000;
    private static final int MOST_COLUMNS = 500;

    private final PageData data;
    private int diffs;

    PageShared(PageData data) {
        this.data = data;
    }

    void write(JsonFields json) throws IOException {
        json.array("sources", data.sources().keySet(), source -> json.object(() -> source(json, source)));
        json.array("environments", data.environments().keySet(), it -> json.object(() -> environment(json, it)));
        json.array("datasets", data.datasets().entrySet(), it -> json.object(() -> dataset(json, it)));
    }

    private static void line(JsonFields json, String name, String text) throws IOException {
        json.text(name, text == null ? null : Texts.line(text, LINE));
    }

    private void source(JsonFields json, SourceState source) throws IOException {
        line(json, "state", source.state());
        line(json, "problem", source.problem());
        line(json, "commit", source.commit());
        line(json, "branch", source.branch());
        line(json, "branchSource", source.branchSource());
        line(json, "remote", source.remote());
        json.flag("dirty", source.dirty());
        json.flag("overlayComplete", source.overlayComplete());
        json.array("overlay", source.overlay(), file -> json.text(Texts.line(String.valueOf(file.path()), LINE)));
        json.text("diff", diff(source.diffSha256()));
    }

    /** The uncommitted changes as text, as far as there is room; null without any. */
    private String diff(String sha256) {
        if (sha256 == null || diffs >= DIFFS_IN_ALL) {
            return null;
        }
        try {
            Path file = data.input().root().factFile(sha256);
            try (InputStream in = Files.newInputStream(file)) {
                String text = new String(in.readNBytes(DIFF + 1), StandardCharsets.UTF_8);
                diffs += text.length();
                String rest = text.length() > DIFF ? "\n… the rest is in " + file.getFileName() : "";
                return Texts.visible(text.substring(0, Math.min(DIFF, text.length())), DIFF) + rest;
            }
        } catch (IOException | IllegalArgumentException e) {
            return "The diff is not there any more: " + sha256;
        }
    }

    private static void environment(JsonFields json, EnvironmentState it) throws IOException {
        json.array("facts", () -> {
            pair(json, "Java", join(it.javaVersion(), it.javaVendor(), it.javaRuntime()));
            pair(json, "System", join(it.osName(), it.osVersion(), it.osArch()));
            pair(json, "CPU", join(it.cpu(), it.processors() > 0 ? it.processors() + " processors" : null));
            pair(json, "Heap", it.maxHeapBytes() > 0 ? "at most " + Figures.bytes(it.maxHeapBytes()) : null);
            pair(json, "Locale", join(it.locale(), it.timeZone(), it.charset()));
            for (Map.Entry<String, String> library : it.natives().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                pair(json, library.getKey(), library.getValue());
            }
        });
        json.array("jvmFlags", it.jvmFlags(), flag -> json.text(Texts.line(flag, LINE)));
        json.array(
                "classPath",
                it.classPath(),
                entry -> json.object(() -> {
                    line(json, "name", entry.name());
                    line(json, "sha256", entry.sha256());
                    json.text("size", entry.size() == null ? null : Figures.bytes(entry.size()));
                }));
    }

    private static void pair(JsonFields json, String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.array(() -> {
                json.text(Texts.line(name, LINE));
                json.text(Texts.line(value, LINE));
            });
        }
    }

    private static String join(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isEmpty()) {
                all.append(all.isEmpty() ? "" : " · ").append(part);
            }
        }
        return all.toString();
    }

    private void dataset(JsonFields json, Map.Entry<DatasetRecord, Integer> entry) throws IOException {
        DatasetRecord dataset = entry.getKey();
        line(json, "name", dataset.name());
        line(json, "role", dataset.role());
        line(json, "content", dataset.contentSha256());
        line(json, "bytes", dataset.bytesSha256());
        json.whole("rows", dataset.rows());
        json.whole("columnCount", dataset.columns().size());
        if (dataset.source() != null) {
            line(json, "kind", dataset.source().kind());
            line(json, "location", dataset.source().location());
            json.text(
                    "size",
                    dataset.source().size() == null
                            ? null
                            : Figures.bytes(dataset.source().size()));
            json.text(
                    "sql",
                    dataset.source().sql() == null
                            ? null
                            : Texts.visible(dataset.source().sql(), SQL));
            json.array("bindings", dataset.source().bindings(), it -> json.text(Texts.line(String.valueOf(it), LINE)));
        }
        json.array("keys", dataset.keys(), key -> json.text(Texts.line(key, LINE)));
        json.array(
                "columns",
                dataset.columns().stream().limit(MOST_COLUMNS).toList(),
                it -> json.object(() -> {
                    line(json, "name", it.name());
                    line(json, "type", it.type());
                    line(json, "sha256", it.sha256());
                    json.whole("missing", it.missing());
                    line(json, "min", it.min());
                    line(json, "max", it.max());
                    json.real("mean", it.mean());
                    json.whole("distinct", it.distinct());
                }));
        json.array("runs", data.readers(entry.getValue()), json::whole);
    }
}
