package io.modeltracking.maven;

import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.reproduce.Explainer;
import io.modeltracking.reproduce.ExplainerSettings;
import io.modeltracking.reproduce.Explanation;
import io.modeltracking.reproduce.ExplanationReport;
import io.modeltracking.reproduce.Factor;
import io.modeltracking.reproduce.Waterfall;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** What {@code reproduce -Dexplain=} does: from what the difference of a metric between two versions comes. */
final class ChangeAnalysis {

    private final ExplainerSettings settings;
    private final Registry registry;
    private final Consumer<String> console;

    ChangeAnalysis(ExplainerSettings settings, Registry registry, Consumer<String> console) {
        this.settings = settings;
        this.registry = registry;
        this.console = console;
    }

    /**
     * @param pair the old version and the new one, as typed
     * @param metric null for the objective or the first gate's
     * @throws MojoFailureException when there is no explanation
     */
    void explain(String pair, String metric) throws MojoFailureException {
        String[] names = pair.split(",");
        if (names.length != 2) {
            throw new RegistryException("-Dexplain=" + pair + " names " + names.length
                    + " version(s): give the old one and the new one, as motor-frequency/3,motor-frequency/4");
        }
        ModelVersion before = registry.version(names[0].strip());
        ModelVersion after = registry.version(names[1].strip());
        Explanation explanation;
        try {
            Explainer explainer = new Explainer(
                    settings, side(before), side(after), metric == null ? metric(after, settings.root()) : metric);
            console.accept(plan(explainer.factors()));
            int[] number = {0};
            explanation = explainer.explain((name, measured) -> console.accept(
                    ++number[0] + ". " + name + ": " + measured.value().toPlainString()));
            ExplanationReport.write(explanation, settings.folder());
        } catch (JournalException e) {
            throw new RegistryException(e.getMessage());
        } catch (IOException e) {
            throw new StoreException("Cannot write " + settings.folder() + " (" + e + "): make it writable", e);
        }
        if (explanation.isExplained()) {
            lines(explanation).forEach(console);
        }
        console.accept("Evidence: " + settings.folder().resolve("explanation.html"));
        if (!explanation.isExplained()) {
            throw new MojoFailureException(ConsoleText.wrap("The difference of " + explanation.metric() + " between "
                    + before + " and " + after + " is not explained: " + explanation.problem()));
        }
    }

    private static Explainer.Version side(ModelVersion version) {
        return new Explainer.Version(version.toString(), version.evidence().run());
    }

    private static String metric(ModelVersion version, TrackingRoot root) {
        RunRecord run = new JournalReader(root).read(root.run(version.evidence().run()));
        Objective objective = run.search().objective();
        if (objective != null) {
            return objective.metric();
        }
        return version.evidence().gates().stream()
                .findFirst()
                .map(gate -> gate.rule().split(" ")[0])
                .orElseThrow(() -> new RegistryException(version + " has neither an objective nor a gate: say with"
                        + " -Dmetric= which metric is to be explained"));
    }

    private static String plan(Set<Factor> factors) {
        return factors.isEmpty()
                ? "Nothing of what was recorded differs."
                : "Different: " + factors.stream().sorted().map(Factor::text).collect(Collectors.joining(", ")) + ". "
                        + (1 << factors.size()) + " builds are made.";
    }

    static List<String> lines(Explanation explanation) {
        Waterfall waterfall = Waterfall.of(explanation);
        List<String> lines = new ArrayList<>();
        lines.add(explanation.metric());
        lines.add(String.format("  %-28s %14s", explanation.before().name(), waterfall.from()));
        waterfall
                .steps()
                .forEach(step -> lines.add(String.format(
                        "  %-28s %14s  %9s",
                        step.factor().text(), step.amount(), step.percent() == null ? "" : step.percent())));
        lines.add(String.format("  %-28s %14s", explanation.after().name(), waterfall.to()));
        return lines;
    }
}
