package io.modeltracking.report;

import io.modeltracking.registry.RegistryJson;
import java.io.IOException;

/** What a report can be written as. */
public enum ReportFormat {
    /** One page that needs nothing else: no network, no server. */
    HTML("index.html") {
        @Override
        void write(ReportInput input, ReportOutput output) throws IOException {
            new HtmlReport(input).write(output, fileName());
        }
    },
    /** For a pull request or a job's summary; under 60,000 characters. */
    MARKDOWN("summary.md") {
        @Override
        void write(ReportInput input, ReportOutput output) throws IOException {
            output.text(fileName(), out -> out.append(new MarkdownReport(input).text()));
        }
    },
    /** Everything, for other programs; its schema is {@code report.schema.json} in this package. */
    JSON("report.json") {
        @Override
        void write(ReportInput input, ReportOutput output) throws IOException {
            output.text(fileName(), out -> new JsonReport(input).write(out));
        }
    },
    /** The models, their versions and what was done with them, for other programs. */
    REGISTRY("registry.json") {
        @Override
        void write(ReportInput input, ReportOutput output) throws IOException {
            output.text(
                    fileName(), out -> out.append(RegistryJson.of(input.past().registry())));
        }
    },
    /** The last values of all metrics as OpenMetrics text. */
    OPENMETRICS("metrics.txt") {
        @Override
        void write(ReportInput input, ReportOutput output) throws IOException {
            output.text(fileName(), out -> new OpenMetricsReport(input).write(out));
        }
    };

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The name of the file within the report's folder. */
    public String fileName() {
        return fileName;
    }

    abstract void write(ReportInput input, ReportOutput output) throws IOException;
}
