package io.modeltracking.maven;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Change;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Inventory;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.RegisteredModel;
import io.modeltracking.registry.Registry;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Models and their changes as a console shows them, within {@link ConsoleText#WIDTH} columns. */
final class RegistryText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NAME = 30;

    private RegistryText() {}

    static List<String> table(Registry registry) {
        return registry.models().isEmpty()
                ? List.of("No model is registered.")
                : table(registry.models().values());
    }

    private static List<String> table(Collection<RegisteredModel> models) {
        List<String> lines = new ArrayList<>();
        int width = models.stream()
                .flatMap(model -> model.versions().stream())
                .mapToInt(version -> version.toString().length())
                .max()
                .orElse(0);
        width = Math.max("VERSION".length(), Math.min(NAME, width));
        lines.add(row(width, "VERSION", "STAGE", "SINCE (UTC)", "BY, WHY"));
        for (RegisteredModel model : models) {
            for (ModelVersion version : model.versions()) {
                Change move = version.lastMove();
                lines.add(row(
                        width,
                        version.toString(),
                        version.stage().toString(),
                        MINUTE.format(move.time()),
                        who(move.event().actor()) + ": " + move.event().reason()));
            }
            model.requests()
                    .forEach(request -> lines.addAll(ConsoleText.lines("  open: "
                            + sentence(request.request().event())
                            + (request.approval() == null
                                    ? ""
                                    : " Approved by "
                                            + who(request.approval().event().actor()) + "."))));
        }
        return lines;
    }

    private static String row(int width, String version, String stage, String since, String why) {
        String line = String.format(
                Locale.ROOT, "%-" + width + "s  %-10s  %-16s  %s", cut(version, width), stage, since, why);
        return cut(line.replaceAll("\\p{Cntrl}", "�"), ConsoleText.WIDTH);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    /** A model, with its versions and open requests as a table. */
    static List<String> model(RegisteredModel model) {
        List<String> lines = new ArrayList<>();
        field(lines, "model", model.name());
        known(lines, model.description(), model.tags());
        model.notes().forEach(change -> field(lines, MINUTE.format(change.time()), sentence(change.event())));
        lines.addAll(table(List.of(model)));
        return lines;
    }

    private static void known(List<String> lines, String description, Map<String, String> tags) {
        field(lines, "description", description);
        new TreeMap<>(tags).forEach((tag, value) -> field(lines, "tag " + tag, value));
    }

    static List<String> version(ModelVersion version) {
        Evidence evidence = version.evidence();
        List<String> lines = new ArrayList<>();
        field(lines, "version", version + ", " + version.stage());
        known(lines, version.description(), version.tags());
        field(lines, "run", evidence.run() + (evidence.study() == null ? "" : " of study " + evidence.study()));
        field(lines, "experiment", evidence.experiment());
        field(lines, "build", evidence.build());
        field(
                lines,
                "commit",
                evidence.commit() == null ? null : evidence.commit() + (evidence.dirty() ? ", DIRTY" : ""));
        evidence.files().forEach(file -> field(lines, "file", file.name() + " sha256:" + file.sha256()));
        evidence.datasets().forEach(data -> field(lines, "data", data.name() + " sha256:" + data.sha256()));
        evidence.gates()
                .forEach(gate -> field(
                        lines, "gate", gate.rule() + ", " + gate.observed() + (gate.passed() ? ": holds" : ": FAILS")));
        evidence.waived().forEach(rule -> field(lines, "waived", rule.toString()));
        field(lines, "overridden", evidence.overridden());
        field(lines, "considered", evidence.considered().size() + " run(s)");
        Map<String, String> about = evidence.about();
        Inventory.ABOUT.forEach(name -> field(lines, name, about.getOrDefault(name, Inventory.NOT_PROVIDED)));
        version.history().forEach(change -> field(lines, MINUTE.format(change.time()), sentence(change.event())));
        return lines;
    }

    private static void field(List<String> lines, String name, String value) {
        if (value != null) {
            lines.addAll(ConsoleText.lines(oneLine(name + ": " + value)));
        }
    }

    /** One line: {@code motor-frequency/3 went from Staging to Production: Ada (git, CLAIMED), "why".} */
    static String sentence(ModelEvent event) {
        String what;
        if (event instanceof ModelEvent.Register e) {
            what = e.model() + "/" + e.version() + " was registered";
        } else if (event instanceof ModelEvent.Promote e) {
            what = e.model() + "/" + e.version() + " went from " + e.from() + " to " + e.to()
                    + (e.approver() == null ? "" : ", approved by " + who(e.approver()));
        } else if (event instanceof ModelEvent.Rollback e) {
            what = e.model() + "/" + e.version() + " is in Production again"
                    + (e.replaced() == null ? "" : ", " + e.model() + "/" + e.replaced() + " is archived");
        } else if (event instanceof ModelEvent.Archive e) {
            what = e.model() + "/" + e.version() + " went from " + e.from() + " to Archived";
        } else if (event instanceof ModelEvent.Request e) {
            what = e.model() + "/" + e.version() + " is to go to " + e.to();
        } else if (event instanceof ModelEvent.Approve e) {
            what = e.model() + "/" + e.version() + " may go to " + e.to();
        } else if (event instanceof ModelEvent.Reject e) {
            what = e.model() + "/" + e.version() + " may not go to " + e.to();
        } else if (event instanceof ModelEvent.Waive e) {
            what = e.rule() + " is waived for " + (e.run() == null ? e.model() : "run " + e.run() + " of " + e.model())
                    + " until " + e.expires();
        } else if (event instanceof ModelEvent.Anchor e) {
            what = e.model() + "/" + e.version() + " is anchored by the Git tag " + e.tag();
        } else if (event instanceof ModelEvent.Reproduced e) {
            what = "run " + e.run() + " of " + e.model() + " was made again: " + e.verdict();
        } else if (event instanceof ModelEvent.Accept e) {
            what = "run " + e.run() + " is the accepted baseline of " + e.model();
        } else if (event instanceof ModelEvent.Note e) {
            what = e.model() + (e.version() == null ? "" : "/" + e.version()) + " has " + news(e);
        } else {
            what = event.model() + " has an event";
        }
        return what + ": " + who(event.actor()) + ", \"" + event.reason() + "\".";
    }

    private static String news(ModelEvent.Note note) {
        List<String> news = new ArrayList<>();
        if (note.description() != null) {
            news.add("the description \"" + oneLine(note.description()) + '"');
        }
        new TreeMap<>(note.tags()).forEach((tag, value) -> news.add("the tag " + tag + " = " + oneLine(value)));
        note.removed().forEach(tag -> news.add("no tag " + tag));
        return String.join(", ", news);
    }

    /** What people write begins no line that looks like one of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static String who(Actor actor) {
        return actor.toString();
    }
}
