package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTests {

    @TempDir
    Path directory;

    @Test
    void writesTheFormatsThatAreAskedFor() throws Exception {
        ReportInput input = MotorProject.typical(directory).input();
        Path folder = directory.resolve("target/tracking/report");
        List<Path> written = ReportWriter.write(input, folder, Set.of(ReportFormat.JSON, ReportFormat.MARKDOWN));
        assertThat(written).containsExactly(folder.resolve("summary.md"), folder.resolve("report.json"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void replacesAnOlderReport() throws Exception {
        ReportInput input = MotorProject.typical(directory).input();
        Path folder = directory.resolve("report");
        ReportWriter.write(input, folder, EnumSet.allOf(ReportFormat.class));
        byte[] first = Files.readAllBytes(folder.resolve("index.html"));
        ReportWriter.write(input, folder, EnumSet.allOf(ReportFormat.class));
        assertThat(folder.resolve("index.html")).hasBinaryContent(first);
    }

    @Test
    void leavesTheOldFileWhenTheNewOneFails() throws Exception {
        FolderOutput output = new FolderOutput(directory);
        output.text("summary.md", out -> out.write("whole"));
        assertThatThrownBy(() -> output.text("summary.md", out -> {
                    out.write("half");
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("summary.md"));
        }
        assertThat(directory.resolve("summary.md")).hasContent("whole");
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws Exception {
        ReportInput input = MotorProject.typical(directory).input();
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> ReportWriter.write(input, file.resolve("report"), Set.of(ReportFormat.JSON)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void givesTheSameBytesTwice() throws Exception {
        MotorProject project = MotorProject.typical(directory);
        MemoryOutput first = MemoryOutput.of(project.input());
        MemoryOutput second = MemoryOutput.of(project.input());
        assertThat(first.files().keySet())
                .containsExactly("index.html", "summary.md", "report.json", "registry.json", "metrics.txt");
        first.files()
                .forEach((name, bytes) ->
                        assertThat(second.files().get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void equalsTheGoldenFiles() throws Exception {
        MemoryOutput output = MemoryOutput.of(MotorProject.typical(directory).input());
        Golden.check("summary.md", output.text("summary.md"));
        Golden.check("metrics.txt", output.text("metrics.txt"));
        Golden.check("registry.json", output.text("registry.json"));
        Golden.check("report.json", new ObjectMapper().readTree(output.text("report.json")));
        Page page = new Page(output.text("index.html"));
        for (String block : List.of("index", "shared", "registry", "runs-0", "study-0")) {
            Golden.check("page-" + block + ".json", page.data(block));
        }
    }

    @Test
    void writesJsonAsItsSchemaSays() throws Exception {
        assertThat(violations(
                        MemoryOutput.of(MotorProject.typical(directory).input()).text("report.json")))
                .isEmpty();
        assertThat(violations(
                        MemoryOutput.of(HostileProject.input(directory, "x")).text("report.json")))
                .isEmpty();
        assertThat(violations("{\"schemaVersion\": 2}")).isNotEmpty();
    }

    static List<?> violations(String json) throws Exception {
        try (InputStream schema = ReportWriter.class.getResourceAsStream("report.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(json, InputFormat.JSON);
        }
    }
}
