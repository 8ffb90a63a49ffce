package io.modeltracking.reproduce;

import io.modeltracking.run.BuildState;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two runs taken apart into the {@linkplain Factor factors} that they were made from, and put together in another way. */
final class Mixture {

    private final Original before;
    private final Original after;
    private final Set<String> modules;

    /** @param modules artifact ids of the project: its jars belong to the code */
    Mixture(Original before, Original after, Set<String> modules) {
        this.before = before;
        this.after = after;
        this.modules = modules;
    }

    /** The factors in which the runs differ, so far as they were recorded. */
    Set<Factor> differing() {
        Set<Factor> differing = EnumSet.noneOf(Factor.class);
        if (!isSameCode()) {
            differing.add(Factor.CODE);
        }
        if (!data(before).equals(data(after))) {
            differing.add(Factor.DATA);
        }
        if (!params(before).equals(params(after))) {
            differing.add(Factor.PARAMS);
        }
        if (!libraries(before).equals(libraries(after))) {
            differing.add(Factor.DEPENDENCIES);
        }
        return differing;
    }

    /** @param isNew whether it is the new one */
    Original version(boolean isNew) {
        return isNew ? after : before;
    }

    /** Who gives the factor. */
    Original from(Factor factor, Set<Factor> swapped) {
        return version(swapped.contains(factor));
    }

    /** Data files that nobody committed are part of Git's overlay, but they are data. */
    private boolean isSameCode() {
        return before.source() != null
                && after.source() != null
                && withoutData(before).isSameCode(withoutData(after))
                && Objects.equals(before.module(), after.module())
                && before.test().equals(after.test())
                && jvm(before.environment()).equals(jvm(after.environment()));
    }

    private static List<String> jvm(EnvironmentState environment) {
        return environment == null
                ? List.of()
                : List.of(
                        String.valueOf(environment.javaVersion()),
                        CopyJvm.properties(environment).toString(),
                        CopyJvm.variables(environment).toString());
    }

    private static SourceState withoutData(Original original) {
        SourceState source = original.source();
        List<SourceState.OverlayFile> code = source.overlay().stream()
                .filter(file -> file.sha256() == null || !data(original).containsValue(file.sha256()))
                .toList();
        return new SourceState(
                source.state(),
                source.problem(),
                source.commit(),
                source.branch(),
                source.branchSource(),
                source.remote(),
                !code.isEmpty() || source.dirty() && source.overlay().isEmpty(),
                source.shallow(),
                source.objectFormat(),
                null,
                code,
                source.overlayComplete());
    }

    /** SHA-256 of the files by the names of the data sets. */
    static Map<String, String> data(Original original) {
        return original.run().datasets().stream()
                .filter(Mixture::isFile)
                .collect(Collectors.toMap(DatasetRecord::name, DatasetRecord::bytesSha256, (one, other) -> other));
    }

    private static boolean isFile(DatasetRecord dataset) {
        return dataset.bytesSha256() != null
                && dataset.source() != null
                && dataset.source().location() != null;
    }

    /** What the search chose, or the command line: all other params stand in the code. */
    static Map<String, String> searched(Original original) {
        return original.trial().orElse(original.run()).params().values().stream()
                .filter(param -> param.origin() == Origin.SEARCH || param.origin() == Origin.COMMAND_LINE)
                .collect(Collectors.toMap(Param::name, param -> param.value().text()));
    }

    private static Map<String, String> params(Original original) {
        Map<String, String> params = new TreeMap<>();
        searched(original).forEach((name, text) -> params.put("param " + name, text));
        RunRecord run = original.run();
        original.rootSeed().ifPresent(seed -> params.put("seed", Long.toString(seed)));
        original.trial()
                .ifPresent(trial -> params.put("trial", trial.started().trial().toString()));
        params.put("repeat", String.valueOf(run.started().repeat()));
        params.put("name", String.valueOf(run.started().name()));
        BuildState build = original.build();
        if (build != null) {
            build.properties().forEach((name, value) -> params.put("property " + name, value));
            params.put("profiles", build.profiles().toString());
        }
        return params;
    }

    private SortedMap<String, String> libraries(Original original) {
        return Libraries.of(original.environment(), modules);
    }

    /** Those that only one of the versions has: what both have, either commit asks for by itself. */
    SortedMap<String, String> changedLibraries(Set<Factor> swapped) {
        SortedMap<String, String> changed = libraries(from(Factor.DEPENDENCIES, swapped));
        Set<Map.Entry<String, String>> other =
                libraries(version(!swapped.contains(Factor.DEPENDENCIES))).entrySet();
        changed.entrySet().removeIf(other::contains);
        return changed;
    }

    /** What is wrong with the libraries of a new run; of what both versions have, such as a snapshot, only the name counts. */
    Optional<String> wrongLibrary(Set<Factor> swapped, Original again) {
        SortedMap<String, String> changed = changedLibraries(swapped);
        SortedMap<String, String> found = libraries(again);
        return libraries(from(Factor.DEPENDENCIES, swapped)).keySet().stream()
                .filter(jar ->
                        changed.containsKey(jar) ? !changed.get(jar).equals(found.get(jar)) : !found.containsKey(jar))
                .map(jar -> jar + " is not on its class path")
                .findFirst()
                .or(() -> found.keySet().stream()
                        .filter(jar ->
                                !libraries(from(Factor.DEPENDENCIES, swapped)).containsKey(jar))
                        .map(jar -> jar + " is on its class path")
                        .findFirst());
    }

    /**
     * What a run would have been made from with some factors of the new one.
     *
     * @throws RefusedException when the code reads a data set that the data do not have
     */
    Original of(Set<Factor> swapped) throws RefusedException {
        Original code = from(Factor.CODE, swapped);
        Original params = from(Factor.PARAMS, swapped);
        Started test = code.run().started();
        return new Original(
                code.root(),
                with(params.run(), test, placed(from(Factor.DATA, swapped), code)),
                params.ancestors().stream()
                        .map(ancestor -> with(ancestor, test, ancestor.datasets()))
                        .toList(),
                code.source(),
                with(code.environment(), from(Factor.DEPENDENCIES, swapped).environment()),
                params.build());
    }

    private static EnvironmentState with(EnvironmentState code, EnvironmentState dependencies) {
        return code == null || dependencies == null
                ? code
                : new EnvironmentState(
                        code.javaVersion(),
                        code.javaVendor(),
                        code.javaRuntime(),
                        code.osName(),
                        code.osVersion(),
                        code.osArch(),
                        code.cpu(),
                        code.processors(),
                        code.maxHeapBytes(),
                        code.locale(),
                        code.timeZone(),
                        code.charset(),
                        code.jvmFlags(),
                        dependencies.natives(),
                        dependencies.classPath(),
                        code.variables());
    }

    private static RunRecord with(RunRecord params, Started code, List<DatasetRecord> datasets) {
        return new RunRecord(
                started(code, params.started()),
                params.status(),
                params.end(),
                params.verdict(),
                params.reason(),
                params.failure(),
                params.params(),
                params.metrics(),
                params.tags(),
                params.notes(),
                params.artifacts(),
                datasets,
                params.models(),
                params.facts(),
                params.seeds(),
                params.checks(),
                params.warnings(),
                params.problems(),
                params.search());
    }

    private static Started started(Started code, Started params) {
        return new Started(
                code.schemaVersion(),
                params.time(),
                params.id(),
                code.experiment(),
                code.model(),
                params.name(),
                params.parent(),
                params.trial(),
                params.repeat(),
                params.attempt(),
                code.module(),
                code.testClass(),
                code.method(),
                code.uniqueId(),
                params.build(),
                params.ciUrl(),
                params.author(),
                null,
                params.links());
    }

    /** The files where either run had read the data set: which of the two places is read, code and properties say. */
    private List<DatasetRecord> placed(Original data, Original code) throws RefusedException {
        Map<String, String> wanted = data(data);
        for (String name : data(code).keySet()) {
            if (!wanted.containsKey(name)) {
                throw new RefusedException("its code reads the data set \"" + name
                        + "\", and the data are of a version that has none of that name");
            }
        }
        List<DatasetRecord> placed = new ArrayList<>();
        for (Original version : List.of(before, after)) {
            version.run().datasets().stream()
                    .filter(Mixture::isFile)
                    .filter(dataset -> wanted.containsKey(dataset.name()))
                    .map(dataset -> with(dataset, wanted.get(dataset.name())))
                    .filter(dataset -> !placed.contains(dataset))
                    .forEach(placed::add);
        }
        return placed;
    }

    private static DatasetRecord with(DatasetRecord dataset, String bytesSha256) {
        return new DatasetRecord(
                dataset.name(), dataset.role(), bytesSha256, null, null, null, List.of(), dataset.source(), null, null);
    }
}
