package io.modeltracking.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inventory of models as CSV (RFC 4180), one row a version. No cell is a formula to a spreadsheet. */
public final class Inventory {

    /** Stands where nobody has said what only people know. */
    public static final String NOT_PROVIDED = "NOT PROVIDED";

    /** What only people know, by its name in the POM. */
    public static final List<String> ABOUT =
            List.of("purpose", "owner", "tier", "limits", "reviewDate", "inForceFrom", "inForceTo");

    private static final List<String> COLUMNS = List.of(
            "model",
            "version",
            "stage",
            "alias",
            "since",
            "by",
            "identity",
            "reason",
            "run",
            "commit",
            "build",
            "sha256");

    private static final List<String> NOTES = List.of("description", "tags", "modelDescription", "modelTags");

    private Inventory() {}

    public static String csv(Registry registry) {
        StringBuilder out = new StringBuilder();
        row(out, Stream.of(COLUMNS, ABOUT, NOTES).flatMap(List::stream));
        registry.models()
                .values()
                .forEach(model -> model.versions()
                        .forEach(version -> row(
                                out,
                                Stream.of(facts(version), about(version), notes(model, version))
                                        .flatMap(part -> part))));
        return out.toString();
    }

    private static Stream<String> facts(ModelVersion version) {
        Change move = version.lastMove();
        Actor actor = move.event().actor();
        return Stream.of(
                version.model(),
                Integer.toString(version.number()),
                version.stage().toString(),
                version.stage().alias(),
                move.time().toString(),
                actor.name(),
                actor.source() + (actor.vouched() ? "" : " CLAIMED"),
                move.event().reason(),
                version.evidence().run(),
                version.evidence().commit(),
                version.evidence().build(),
                String.join(" ", version.evidence().sha256()));
    }

    private static Stream<String> about(ModelVersion version) {
        Map<String, String> about = new TreeMap<>(version.evidence().about());
        return ABOUT.stream().map(name -> about.getOrDefault(name, NOT_PROVIDED));
    }

    private static Stream<String> notes(RegisteredModel model, ModelVersion version) {
        return Stream.of(version.description(), tags(version.tags()), model.description(), tags(model.tags()));
    }

    private static String tags(Map<String, String> tags) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .collect(Collectors.joining(","));
    }

    private static void row(StringBuilder out, Stream<String> cells) {
        out.append(cells.map(Inventory::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        String safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
