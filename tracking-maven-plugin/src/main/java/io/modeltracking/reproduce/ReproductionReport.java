package io.modeltracking.reproduce;

import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The evidence: {@code reproduction.html} and {@code reproduction.md} for people, {@code reproduction.json} for machines. */
public final class ReproductionReport {

    private ReproductionReport() {}

    /** @throws IOException when the folder cannot be written */
    public static void write(Reproduction reproduction, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("reproduction.md"), markdown(reproduction));
        Files.writeString(folder.resolve("reproduction.html"), ReproductionPage.of(reproduction));
        Files.write(
                folder.resolve("reproduction.json"),
                RunJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(reproduction));
    }

    static String markdown(Reproduction reproduction) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + reproduction.verdict().text() + ": run "
                + reproduction.original().substring(0, 8));
        lines.add("");
        if (reproduction.problem() != null) {
            lines.add("The run could not be made again: " + cell(reproduction.problem()) + ".");
            lines.add("");
        } else {
            lines.add("Made again as run " + cell(reproduction.reproduced()) + ".");
            lines.add("");
        }
        lines.add("## What the run needs");
        lines.add("");
        lines.add("| what | state | |");
        lines.add("| --- | --- | --- |");
        reproduction
                .findings()
                .forEach(finding -> lines.add(
                        "| " + cell(finding.item()) + " | " + finding.state() + " | " + cell(finding.detail()) + " |"));
        table(lines, "Where the results differ", reproduction.differences());
        table(lines, "Where the machines differ, the likeliest cause first", reproduction.environment());
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<String> lines, String title, List<Difference> differences) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        if (differences.isEmpty()) {
            lines.add("Nowhere.");
            return;
        }
        lines.add("| kind | name | original | reproduced | within tolerance |");
        lines.add("| --- | --- | --- | --- | --- |");
        differences.forEach(difference -> lines.add("| " + difference.kind() + " | " + cell(difference.name()) + " | "
                + cell(difference.original()) + " | " + cell(difference.reproduced()) + " | "
                + (difference.tolerated() ? "yes" : "no") + " |"));
    }

    /** Text of runs stays text: in code, without what ends a cell or the code. */
    private static String cell(String text) {
        return "`" + text.replaceAll("\\s+", " ").replace("|", "¦").replace("`", "'") + "`";
    }
}
