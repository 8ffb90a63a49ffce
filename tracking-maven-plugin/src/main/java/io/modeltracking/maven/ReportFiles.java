package io.modeltracking.maven;

import io.modeltracking.gate.Gate;
import io.modeltracking.gate.GateResult;
import io.modeltracking.gate.GateVerdict;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.registry.HoldoutLooks;
import io.modeltracking.report.BuildVerdict;
import io.modeltracking.report.GateLine;
import io.modeltracking.report.Past;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.report.ReportInput;
import io.modeltracking.report.ReportRun;
import io.modeltracking.report.ReportWriter;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a report: what the build knows, in the words of the report. */
final class ReportFiles {

    /** Of a gate with two bounds the worse one counts. */
    private static final Comparator<GateVerdict> WORST_LAST = Comparator.comparing(List.of(
            GateVerdict.PASSED, GateVerdict.INCONCLUSIVE, GateVerdict.NOT_COMPARABLE, GateVerdict.FAILED)::indexOf);

    private final ReportRequest request;
    private final HoldoutLooks looks;
    private final List<String> warnings;
    private final Map<FactName, Optional<Object>> facts = new HashMap<>();

    private record FactName(String sha256, Class<?> type) {}

    private ReportFiles(ReportRequest request) {
        this.request = request;
        this.looks = new HoldoutLooks(request.root(), request.source());
        this.warnings = new ArrayList<>(request.warnings());
    }

    /** @throws IllegalArgumentException for a name that is none of {@link ReportFormat} */
    static Set<ReportFormat> formats(List<String> names) {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        if (names == null || names.isEmpty()) {
            return EnumSet.allOf(ReportFormat.class);
        }
        names.forEach(name -> formats.add(format(name)));
        return formats;
    }

    private static ReportFormat format(String name) {
        return Arrays.stream(ReportFormat.values())
                .filter(format -> format.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A report has no format \"" + name + "\": use some of "
                        + Arrays.toString(ReportFormat.values())));
    }

    static List<Path> write(ReportRequest request, Path directory, Set<ReportFormat> formats) {
        return ReportWriter.write(new ReportFiles(request).input(), directory, formats);
    }

    private ReportInput input() {
        List<ReportRun> runs = request.runs().stream().map(this::run).toList();
        List<GateLine> gates = gates(request.gates());
        SourceState source = runs.stream()
                .map(ReportRun::source)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Long> seeds = request.runs().stream()
                .flatMap(run -> run.seeds().stream())
                .map(seed -> seed.root())
                .distinct()
                .toList();
        return new ReportInput(
                request.project(),
                request.build().module(),
                request.build().projectVersion(),
                request.build().buildId(),
                request.build().started(),
                request.build().ci() == null ? null : request.build().ci().url(),
                source,
                request.root(),
                runs,
                gates,
                BuildVerdict.of(gates, runs),
                warnings,
                seeds.size() == 1 ? seeds.get(0) : null,
                request.ledgerHead(),
                proposed(runs),
                new Past(request.registry(), champions(), request.earlier()),
                request.listing());
    }

    /** What the versions in Production were made by, with their studies; what the history has lost is left out. */
    private Map<String, ReportRun> champions() {
        Map<String, ReportRun> champions = new LinkedHashMap<>();
        request.registry().models().values().stream()
                .flatMap(model -> model.champion().stream())
                .flatMap(version ->
                        Stream.of(version.evidence().run(), version.evidence().study()))
                .filter(id -> id != null && Names.isRunId(id))
                .filter(id -> Files.isRegularFile(request.root().run(id).resolve(JournalReader.FILE)))
                .forEach(id -> champions.put(
                        id,
                        run(new JournalReader(request.root())
                                .read(request.root().run(id)))));
        return champions;
    }

    private ReportRun run(RunRecord run) {
        return new ReportRun(
                run,
                fact(run, "source", SourceState.class),
                fact(run, "environment", EnvironmentState.class),
                request.root().run(run.id()).resolve("artifacts"),
                !request.build().buildId().equals(run.started().build()),
                looks(run),
                fact(run, "build", BuildState.class));
    }

    private Map<String, Integer> looks(RunRecord run) {
        try {
            return looks.of(run);
        } catch (JournalException e) {
            String warning = "How often held-out data has been looked at is not shown: " + e.getMessage();
            if (!warnings.contains(warning)) {
                warnings.add(warning);
            }
            return Map.of();
        }
    }

    private <T> T fact(RunRecord run, String kind, Class<T> type) {
        String sha256 = run.facts().get(kind);
        return sha256 == null
                ? null
                : type.cast(facts.computeIfAbsent(new FactName(sha256, type), this::read)
                        .orElse(null));
    }

    /** Empty, and warned of once, where it cannot be read. */
    private Optional<Object> read(FactName fact) {
        try {
            return Optional.ofNullable(new FactStore(request.root()).read(fact.sha256(), fact.type()));
        } catch (IOException | RuntimeException e) {
            warnings.add("A fact that runs refer to cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What to type for the run that the first gate judged, else for the first that finished. */
    private String proposed(List<ReportRun> runs) {
        Optional<String> judged = request.gates().stream()
                .filter(gate -> gate.runs().size() == 1)
                .map(gate -> gate.runs().get(0))
                .findFirst();
        return runs.stream()
                .filter(run -> judged.map(run.record().id()::equals)
                        .orElse(run.record().status() == Status.FINISHED))
                .findFirst()
                .map(ReportRun::command)
                .orElse(null);
    }

    /** One line a gate and figure: both bounds of a gate stand in one. */
    private static List<GateLine> gates(List<GateResult> results) {
        Map<List<Object>, List<GateResult>> byFigure = new LinkedHashMap<>();
        for (GateResult result : results) {
            byFigure.computeIfAbsent(
                            List.of(result.gate(), result.experiment(), result.runs()), key -> new ArrayList<>())
                    .add(result);
        }
        return byFigure.values().stream().map(ReportFiles::gate).toList();
    }

    private static GateLine gate(List<GateResult> bounds) {
        GateResult first = bounds.get(0);
        Gate gate = first.gate();
        List<String> reasons = bounds.stream()
                .map(GateResult::reason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new GateLine(
                first.experiment(),
                gate.rule(),
                first.experiment(),
                gate.metric().toString(),
                first.observed(),
                gate.min(),
                gate.max(),
                bounds.stream().map(GateResult::verdict).max(WORST_LAST).orElseThrow(),
                reasons.isEmpty() ? null : String.join("; ", reasons),
                first.runs().size() == 1 ? first.runs().get(0) : null,
                gate.experiment());
    }
}
