package io.modeltracking.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The report for a pull request: the verdict first, then what it rests on. It stays under 60,000 characters, so that it
 * fits into a comment; what does not fit is counted.
 */
final class MarkdownReport {

    static final int LIMIT = 59_000;

    private static final int NAME = 120;
    private static final int MESSAGE = 300;

    private final ReportInput input;

    MarkdownReport(ReportInput input) {
        this.input = input;
    }

    String text() {
        StringBuilder out = new StringBuilder(8192);
        out.append("<!-- tracking:report:").append(marker(input.module())).append(" -->\n");
        out.append("## ")
                .append(input.verdict().sign())
                .append(' ')
                .append(input.verdict().words())
                .append(": ");
        out.append(MarkdownText.cell(input.project(), NAME)).append("\n\n");
        out.append(BuildVerdict.sentence(input)).append("\n\n").append(facts()).append("\n\n");
        if (input.listing() != null) {
            out.append(input.listing().sentence(input.runs().size(), text -> MarkdownText.code(text, NAME)))
                    .append("\n\n");
        }
        MarkdownRuns runs = new MarkdownRuns(input);
        out.append(gates().within(LIMIT / 6));
        out.append(new MarkdownChallenges(Challenge.of(input)).within(LIMIT / 6));
        out.append(runs.experiments().within(LIMIT / 6));
        out.append(new MarkdownStudies(Studies.of(input.runs())).section().within(LIMIT / 6));
        out.append(runs.failures().within(LIMIT / 6));
        out.append(warnings().within(LIMIT / 10));
        String end = reproduce();
        out.append(runs.table().within(LIMIT - out.length() - end.length()));
        return out.append(end).toString();
    }

    /** An HTML comment ends at two hyphens: none may stand in it. */
    private static String marker(String module) {
        return Texts.line(module, 200).replaceAll("[^A-Za-z0-9_.:-]", "_").replace("--", "-_");
    }

    private String facts() {
        List<String> facts = new ArrayList<>();
        fact(facts, "module", input.module() + (input.version() == null ? "" : ":" + input.version()));
        fact(facts, "build", input.buildId());
        if (input.source() != null) {
            fact(facts, "branch", input.source().branch());
            fact(facts, "commit", input.source().commit());
            if (input.source().dirty()) {
                facts.add("**uncommitted changes**");
            }
        }
        fact(facts, "seed", input.seed() == null ? null : input.seed().toString());
        fact(facts, "ledger", input.ledgerHead());
        return String.join(" · ", facts);
    }

    private static void fact(List<String> facts, String name, String value) {
        if (value != null) {
            facts.add(name + ' ' + MarkdownText.code(value, NAME));
        }
    }

    private MarkdownSection gates() {
        return new MarkdownSection(
                "Gates",
                "| verdict | gate | rule | observed | run |\n| --- | --- | --- | ---: | --- |\n",
                input.gates().stream().map(MarkdownReport::gate).toList());
    }

    private static String gate(GateLine gate) {
        String run = gate.runId() == null ? "" : MarkdownText.code(MarkdownRuns.shortId(gate.runId()), 8);
        String why = gate.passed() || gate.message() == null ? "" : "<br>" + MarkdownText.cell(gate.message(), MESSAGE);
        GateSign sign = GateSign.of(gate.verdict());
        return "| " + (gate.passed() ? sign : "**" + sign + "**") + " | " + MarkdownText.cell(gate.name(), NAME) + " | "
                + MarkdownText.code(gate.rule(), 2 * NAME) + why + " | " + gate.shown() + " | " + run + " |\n";
    }

    private MarkdownSection warnings() {
        return new MarkdownSection(
                "Warnings",
                "",
                Warnings.of(input).stream()
                        .map(warning -> "- " + MarkdownText.cell(warning, MESSAGE) + '\n')
                        .toList());
    }

    private String reproduce() {
        return input.reproduceCommand() == null
                ? ""
                : "### The same again\n\n" + MarkdownText.block(input.reproduceCommand(), 2 * MESSAGE);
    }
}
