package io.modeltracking.report;

import io.modeltracking.registry.Registry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The blocks of the page's data as one JSON object, for a page that asks a server for a part of a history. */
public final class ServedData {

    private ServedData() {}

    /**
     * Some runs, and everything that the page shows of them: {@code {"index": …, "runs-0": …, "charts-0": …, "study-0": …,
     * "shared": …, "pictures": […]}}. Links to files start in the folder {@code .tracking}.
     */
    public static String runs(ReportInput input) {
        PageData data = new PageData(input, input.root().directory());
        PageRun runs = new PageRun(data);
        List<List<ReportRun>> chunks = data.chunks();
        return written(json -> {
            for (int i = 0; i < chunks.size(); i++) {
                List<ReportRun> chunk = chunks.get(i);
                json.object("runs-" + i, () -> json.array("runs", chunk, run -> runs.write(json, run)));
            }
            for (ReportRun run : input.runs()) {
                Charts.OfRun charts = data.charts().of(run);
                if (!charts.drawn().isEmpty()) {
                    json.object("charts-" + data.number(run.record().id()), () -> new PageCharts(charts).write(json));
                }
            }
            for (int i = 0; i < data.studies().size(); i++) {
                PageStudy study = new PageStudy(data, data.studies().get(i));
                json.object("study-" + i, () -> study.write(json));
            }
            json.object("shared", () -> new PageShared(data).write(json));
            json.object("index", () -> new PageIndex(data).write(json));
            json.array("pictures", data.pictures().base64(), json::text);
        });
    }

    /** The models and their versions. */
    public static String registry(Registry registry) {
        return written(new PageRegistry(registry)::write);
    }

    private static String written(JsonFields.Content content) {
        try {
            StringWriter text = new StringWriter();
            JsonFields.write(text, content);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
