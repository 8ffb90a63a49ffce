package io.modeltracking.report;

import io.modeltracking.registry.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Champion against challenger in Markdown, and what changed between them. */
final class MarkdownChallenges {

    private static final int NAME = 120;
    private static final int VALUE = 80;
    private static final int LINE = 600;
    private static final int MOST_METRICS = 12;
    private static final int MOST_CHANGES = 30;

    private final List<Challenge> challenges;

    MarkdownChallenges(List<Challenge> challenges) {
        this.challenges = challenges;
    }

    /** One after the other, each with its changes, in at most so many characters. */
    String within(int limit) {
        StringBuilder out = new StringBuilder();
        for (Challenge challenge :
                challenges.stream().filter(one -> one.obstacle() == null).toList()) {
            out.append(metrics(challenge).within(Math.max(0, (limit - out.length()) / 2)));
            out.append(changes(challenge).within(Math.max(0, limit - out.length())));
        }
        List<String> obstacles = new ArrayList<>();
        Challenge.obstacles(challenges).forEach(text -> obstacles.add("- " + MarkdownText.cell(text, LINE) + '\n'));
        challenges.stream()
                .filter(one -> one.obstacle() != null)
                .map(Challenge::challenger)
                .filter(run -> !run.looks().isEmpty())
                .forEach(run -> obstacles.add("- Run " + named(run) + "." + looks(run) + '\n'));
        out.append(new MarkdownSection("Without a champion", "", obstacles).within(Math.max(0, limit - out.length())));
        return out.toString();
    }

    private static MarkdownSection metrics(Challenge challenge) {
        String title = "Champion and challenger: " + MarkdownText.cell(challenge.model(), NAME);
        String pair = pair(challenge);
        String head = pair + "\n\n| metric | champion | challenger | difference | 95 % interval | threshold |\n"
                + "| --- | ---: | ---: | ---: | ---: | --- |\n";
        List<String> rows =
                challenge.metrics().stream().map(MarkdownChallenges::row).toList();
        return rows.isEmpty()
                ? new MarkdownSection(title, "", List.of(pair + "\n\nThey have no metric in common.\n"))
                : new MarkdownSection(title, head, rows, MOST_METRICS);
    }

    private static String pair(Challenge challenge) {
        Change move = challenge.champion().lastMove();
        return "**" + MarkdownText.cell(challenge.champion().toString(), NAME) + "**, in Production since "
                + move.time().toString().substring(0, 10) + " by "
                + MarkdownText.cell(String.valueOf(move.event().actor()), NAME) + ", against run "
                + named(challenge.challenger()) + "." + looks(challenge.challenger());
    }

    private static String named(ReportRun run) {
        return MarkdownText.code(run.record().shortId(), 8) + " of "
                + MarkdownText.cell(run.record().experiment(), NAME);
    }

    /** A sentence behind another; empty where nobody has looked. */
    private static String looks(ReportRun run) {
        List<String> counts = new ArrayList<>();
        run.looks().forEach((name, count) -> counts.add(MarkdownText.code(name, NAME) + " " + count));
        return counts.isEmpty() ? "" : " Looks at held-out data so far: " + String.join(", ", counts) + ".";
    }

    private static String row(ChallengeMetric metric) {
        String sense = "better".equals(metric.sense()) ? "✓ " : "worse".equals(metric.sense()) ? "✕ " : "";
        return "| " + MarkdownText.cell(metric.name(), NAME) + " | " + Figures.text(metric.champion()) + " | "
                + Figures.text(metric.challenger()) + " | " + sense + metric.shown() + " | "
                + (metric.interval() == null ? "–" : metric.interval()) + " | "
                + metric.rules().stream()
                        .map(rule -> MarkdownText.code(rule, 2 * NAME))
                        .collect(Collectors.joining("<br>"))
                + " |\n";
    }

    private static MarkdownSection changes(Challenge challenge) {
        List<String> rows = new ArrayList<>();
        for (ChallengeChange change : challenge.changes()) {
            rows.add("| " + change.kind() + " | " + MarkdownText.cell(change.name(), NAME) + " | "
                    + value(change.champion()) + " | " + value(change.challenger()) + " |\n");
        }
        return new MarkdownSection(
                "What changed since " + MarkdownText.cell(String.valueOf(challenge.champion()), NAME),
                "| kind | name | champion | challenger |\n| --- | --- | --- | --- |\n",
                rows,
                MOST_CHANGES);
    }

    private static String value(String text) {
        return text == null ? "–" : MarkdownText.code(text, VALUE);
    }
}
