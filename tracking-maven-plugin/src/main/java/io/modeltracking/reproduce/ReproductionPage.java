package io.modeltracking.reproduce;

import java.util.List;

/** The evidence as one HTML file that needs no other. All texts are of runs, and stay text. */
final class ReproductionPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2733;background:#fff}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}
            th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d5dbe1;overflow-wrap:anywhere}
            th{border-bottom-width:2px}
            .verdict{display:inline-block;padding:.2rem .7rem;border:2px solid;font-weight:700}
            .good{color:#1b6e3c}.bad{color:#a4262c}.other{color:#8a5a00}
            """;

    private final StringBuilder html = new StringBuilder();

    private ReproductionPage() {}

    static String of(Reproduction reproduction) {
        ReproductionPage page = new ReproductionPage();
        page.write(reproduction);
        return page.html.toString();
    }

    private void write(Reproduction reproduction) {
        String run = reproduction.original().substring(0, 8);
        String verdict = reproduction.verdict().text();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(verdict + ": run " + run))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Run ")
                .append(escaped(run))
                .append(" made again</h1>\n<p class=\"verdict ")
                .append(reproduction.verdict().confirmed() ? "good" : "bad")
                .append("\">")
                .append(escaped(verdict))
                .append("</p>\n<p>")
                .append(escaped(
                        reproduction.problem() == null
                                ? "The old run is " + reproduction.original() + ", the new one "
                                        + reproduction.reproduced() + "."
                                : "The run " + reproduction.original() + " could not be made again: "
                                        + reproduction.problem() + "."))
                .append("</p>\n<h2>What the run needs</h2>\n");
        table(
                List.of("what", "state", ""),
                reproduction.findings().stream()
                        .map(finding -> List.of(finding.item(), finding.state().name(), finding.detail()))
                        .toList());
        html.append("<h2>Where the results differ</h2>\n");
        differences(reproduction.differences());
        html.append("<h2>Where the machines differ, the likeliest cause first</h2>\n");
        differences(reproduction.environment());
        html.append("</body>\n</html>\n");
    }

    private void differences(List<Difference> differences) {
        if (differences.isEmpty()) {
            html.append("<p>Nowhere.</p>\n");
            return;
        }
        table(
                List.of("kind", "name", "original", "reproduced", "within tolerance"),
                differences.stream()
                        .map(one -> List.of(
                                one.kind(),
                                one.name(),
                                one.original(),
                                one.reproduced(),
                                one.tolerated() ? "yes" : "no"))
                        .toList());
    }

    private void table(List<String> header, List<List<String>> rows) {
        html.append("<table>\n<tr>");
        header.forEach(
                cell -> html.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        html.append("</tr>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td")
                    .append(look(cell))
                    .append('>')
                    .append(escaped(cell))
                    .append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private static String look(String cell) {
        return switch (cell) {
            case "OK" -> " class=\"good\"";
            case "MISSING" -> " class=\"bad\"";
            case "DIFFERENT" -> " class=\"other\"";
            default -> "";
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (point >= ' ' || point == '\n' || point == '\t') {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append('\uFFFD');
                    }
                }
            }
        });
        return escaped.toString();
    }
}
