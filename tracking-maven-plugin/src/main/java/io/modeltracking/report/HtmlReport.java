package io.modeltracking.report;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The page: a frame, its scripts and the data, in one file. Data are JSON, packed with gzip and written in base 64, in
 * blocks that the page unpacks when it needs them: so nothing in them can be markup, and ten thousand runs open at once.
 */
final class HtmlReport {

    private final ReportInput input;

    HtmlReport(ReportInput input) {
        this.input = input;
    }

    void write(ReportOutput output, String fileName) throws IOException {
        PageParts parts = PageParts.load();
        PageData data = new PageData(input, output.directory());
        output.write(fileName, out -> {
            print(out, parts.head(input.project(), input.module()));
            PageRun runs = new PageRun(data);
            List<List<ReportRun>> chunks = data.chunks();
            for (int i = 0; i < chunks.size(); i++) {
                List<ReportRun> chunk = chunks.get(i);
                block(out, "runs-" + i, json -> json.array("runs", chunk, run -> runs.write(json, run)));
            }
            for (ReportRun run : input.runs()) {
                Charts.OfRun charts = data.charts().of(run);
                if (!charts.drawn().isEmpty()) {
                    block(out, "charts-" + data.number(run.record().id()), new PageCharts(charts)::write);
                }
            }
            for (int i = 0; i < data.studies().size(); i++) {
                block(out, "study-" + i, new PageStudy(data, data.studies().get(i))::write);
            }
            block(out, "shared", new PageShared(data)::write);
            block(out, "registry", new PageRegistry(input.past().registry())::write);
            block(out, "index", new PageIndex(data)::write);
            for (String picture : data.pictures().base64()) {
                print(out, "<script type=\"text/plain\" class=\"picture\">" + picture + "</script>\n");
            }
            print(out, parts.tail());
        });
    }

    private static void block(OutputStream out, String id, JsonFields.Content content) throws IOException {
        print(out, "<script type=\"text/plain\" id=\"" + id + "\">");
        OutputStream open = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                // Only the block ends here: the page goes on.
                flush();
            }
        };
        try (Writer json = new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(Base64.getEncoder().wrap(open), 1 << 15), StandardCharsets.UTF_8),
                1 << 15)) {
            JsonFields.write(json, content);
        }
        print(out, "</script>\n");
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
