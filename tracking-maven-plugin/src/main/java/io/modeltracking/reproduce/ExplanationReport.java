package io.modeltracking.reproduce;

import io.modeltracking.reproduce.Explanation.Measured;
import io.modeltracking.reproduce.Explanation.Side;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The evidence: {@code explanation.html} and {@code explanation.md} for people, {@code explanation.json} for machines. */
public final class ExplanationReport {

    private static final String STYLE = "body{font:15px sans-serif;margin:2em;max-width:60em}"
            + "table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:.3em .7em;text-align:left}"
            + "td.n{text-align:right;font-variant-numeric:tabular-nums}svg{max-width:100%}";

    private ExplanationReport() {}

    /** @throws IOException when the folder cannot be written */
    public static void write(Explanation explanation, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("explanation.md"), markdown(explanation));
        Files.writeString(folder.resolve("explanation.html"), html(explanation));
        Files.write(
                folder.resolve("explanation.json"),
                RunJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(explanation));
    }

    static String markdown(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + title(explanation));
        lines.add("");
        if (explanation.problem() != null) {
            lines.add("Not explained: " + Markup.cell(explanation.problem()) + ".");
            lines.add("");
        } else {
            Waterfall waterfall = Waterfall.of(explanation);
            lines.add("| | " + Markup.cell(explanation.metric()) + " | of the difference | exact |");
            lines.add("| --- | ---: | ---: | ---: |");
            lines.add(whole(explanation.before(), waterfall.from()));
            for (int i = 0; i < waterfall.steps().size(); i++) {
                Waterfall.Step step = waterfall.steps().get(i);
                lines.add("| " + step.factor().text() + " | " + step.amount() + " | " + percent(step) + " | "
                        + exact(explanation, i) + " |");
            }
            lines.add(whole(explanation.after(), waterfall.to()));
            lines.add("");
        }
        lines.add("## What was measured");
        lines.add("");
        lines.add("| made from | " + Markup.cell(explanation.metric()) + " | run |");
        lines.add("| --- | ---: | --- |");
        for (Measured measured : explanation.measured()) {
            lines.add("| " + Markup.cell(explanation.name(measured.swapped())) + " | "
                    + measured.value().toPlainString() + " | " + Markup.cell(measured.run()) + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String title(Explanation explanation) {
        return "From what the difference of " + Markup.cell(explanation.metric()) + " comes: "
                + Markup.cell(explanation.before().name()) + " to "
                + Markup.cell(explanation.after().name());
    }

    private static String whole(Side side, String value) {
        return "| " + Markup.cell(side.name()) + " | " + value + " | | "
                + side.value().toPlainString() + " |";
    }

    private static String percent(Waterfall.Step step) {
        return step.percent() == null ? "–" : step.percent();
    }

    private static String exact(Explanation explanation, int part) {
        return explanation.parts().get(part).amount().stripTrailingZeros().toPlainString();
    }

    static String html(Explanation explanation) {
        String metric = Markup.escaped(explanation.metric());
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<title>Analysis of change</title><style>" + STYLE + "</style></head><body>\n");
        page.append("<h1>From what the difference of ").append(metric).append(" comes</h1>\n");
        if (explanation.problem() != null) {
            page.append("<p><strong>Not explained:</strong> ")
                    .append(Markup.escaped(explanation.problem()))
                    .append(".</p>\n");
        } else {
            Waterfall waterfall = Waterfall.of(explanation);
            page.append(WaterfallPicture.of(
                    waterfall, explanation.before().name(), explanation.after().name()));
            page.append("\n<p>The first and the last bar do not begin at 0.</p>\n<table><tr><th></th><th>")
                    .append(metric)
                    .append("</th><th>of the difference</th>" + "<th>exact</th></tr>\n");
            for (int i = 0; i < waterfall.steps().size(); i++) {
                Waterfall.Step step = waterfall.steps().get(i);
                row(page, step.factor().text(), step.amount(), percent(step), exact(explanation, i));
            }
            page.append("</table>\n");
        }
        page.append("<h2>What was measured</h2>\n<table><tr><th>made from</th><th>")
                .append(metric)
                .append("</th></tr>\n");
        explanation
                .measured()
                .forEach(measured -> row(
                        page,
                        explanation.name(measured.swapped()),
                        measured.value().toPlainString()));
        return page.append("</table>\n</body></html>\n").toString();
    }

    private static void row(StringBuilder page, String name, String... figures) {
        page.append("<tr><td>").append(Markup.escaped(name)).append("</td>");
        for (String figure : figures) {
            page.append("<td class=\"n\">").append(Markup.escaped(figure)).append("</td>");
        }
        page.append("</tr>\n");
    }
}
