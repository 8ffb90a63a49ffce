package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Literal;
import io.modeltracking.store.query.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Finds the test of an experiment: by the last run of its name, or as {@code Class} or {@code Class#method}. */
final class ExperimentFinder {

    private static final Pattern TEST = Pattern.compile("([\\p{L}\\p{N}_$.]+)(?:#([\\p{L}\\p{N}_$]+))?");
    private static final List<String> LANGUAGES = List.of(".java", ".kt", ".groovy", ".scala");

    private final HistoryStore history;
    private final List<MavenProject> projects;

    /** @param history null when no run was ever made */
    ExperimentFinder(HistoryStore history, List<MavenProject> projects) {
        this.history = history;
        this.projects = projects;
    }

    /** @throws RegistryException listing the experiments that are known */
    ExperimentTest find(String experiment) {
        if (experiment == null || experiment.isBlank()) {
            throw new RegistryException(
                    "No experiment is named: give -Dexperiment=<its name, or Class#method>" + known());
        }
        return ofHistory(experiment)
                .or(() -> ofSources(experiment))
                .orElseThrow(() -> new RegistryException("There is no experiment \"" + experiment
                        + "\": no run has that name, and no test class; before its first run an experiment is named by"
                        + " -Dexperiment=Class#method" + known()));
    }

    private Optional<ExperimentTest> ofHistory(String experiment) {
        if (history == null) {
            return Optional.empty();
        }
        Filter named = new Filter.Comparison(attribute("experiment"), Operator.EQUAL, new Literal.Text(experiment));
        return search(named, 1, "test_class", "method", "module").stream()
                .filter(row -> text(row, 0) != null)
                .findFirst()
                .map(row ->
                        new ExperimentTest(ExperimentTest.outermost(text(row, 0)), text(row, 1), module(text(row, 2))));
    }

    /** The module's part behind the colon, which Maven takes as {@code -pl :artifactId}. */
    private static String module(String module) {
        return module == null || module.indexOf(':') < 0 ? null : module.substring(module.indexOf(':'));
    }

    private Optional<ExperimentTest> ofSources(String experiment) {
        Matcher test = TEST.matcher(experiment);
        if (!test.matches()) {
            return Optional.empty();
        }
        String name = ExperimentTest.outermost(test.group(1));
        return projects.stream()
                .filter(project ->
                        project.getTestCompileSourceRoots().stream().anyMatch(root -> has(Path.of(root), name)))
                .findFirst()
                .map(project -> new ExperimentTest(name, test.group(2), ":" + project.getArtifactId()));
    }

    private static boolean has(Path root, String testClass) {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(file -> LANGUAGES.stream()
                    .anyMatch(language -> file.getFileName().toString().equals(testClass + language)));
        } catch (IOException e) {
            throw new StoreException("Cannot read " + root + " (" + e + "): make it readable", e);
        }
    }

    private String known() {
        if (history == null) {
            return "";
        }
        TreeSet<String> names = new TreeSet<>();
        search(null, Integer.MAX_VALUE, "experiment").forEach(row -> names.add(text(row, 0)));
        return names.isEmpty() ? "" : ". Known are " + String.join(", ", names);
    }

    private List<RunRow> search(Filter filter, int limit, String... columns) {
        List<Column> shown = Stream.of(columns).map(ExperimentFinder::attribute).toList();
        return history.search(new RunSearch(filter, List.of(), limit, true, shown));
    }

    private static Column attribute(String name) {
        return new Column(Column.Kind.ATTRIBUTE, name);
    }

    private static String text(RunRow row, int column) {
        RunRow.Cell cell = row.cells().get(column);
        return cell == null ? null : cell.text();
    }
}
