package io.modeltracking.dossier;

import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What people read: {@code model-card.md}, {@code checklist.json}, and {@code index.html}, which lists all other files. */
final class Pages implements DossierPart {

    private final TrackingRoot root;
    private final List<String> problems;

    /** @param problems what is lost or was left out by then */
    Pages(TrackingRoot root, List<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    @Override
    public void write(DossierSubject subject, Path folder) throws IOException {
        List<HistoryRow> history = HistoryRows.of(subject, root);
        List<ChecklistItem> checklist = Checklist.of(subject, history);
        Files.writeString(
                folder.resolve("checklist.json"),
                RunJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(checklist) + "\n");
        String written = "Written " + subject.written() + " by version " + subject.tool()
                + " of tracking-maven-plugin. Evidence, not a compliance guarantee.";
        Section identity = IdentitySections.identity(subject);
        Section asked = IdentitySections.checklist(checklist);
        Section selection = IdentitySections.selection(subject, history);
        Section data = LineageSections.data(subject);
        Section code = LineageSections.code(subject);
        Section environment = LineageSections.environment(subject);
        Section model = ModelSections.model(subject);
        Section metrics = ModelSections.metrics(subject);
        Section gates = GovernanceSections.gates(subject);
        Section lifecycle = GovernanceSections.lifecycle(subject);
        Section reproduction = GovernanceSections.reproduction(subject);
        Files.writeString(
                folder.resolve("model-card.md"),
                MarkdownCard.of(
                        "Model card of " + subject.version(),
                        written,
                        List.of(
                                identity,
                                asked,
                                metrics,
                                gates,
                                selection,
                                model,
                                data,
                                code,
                                environment,
                                lifecycle,
                                reproduction)));
        Files.writeString(
                folder.resolve("index.html"),
                HtmlPage.of(
                        "Dossier of " + subject.version(),
                        written,
                        List.of(
                                identity,
                                asked,
                                selection,
                                model,
                                metrics,
                                ChartSection.of(subject, folder),
                                gates,
                                lifecycle,
                                reproduction,
                                data,
                                code,
                                environment,
                                HistorySection.of(history),
                                DocumentSections.integrity(subject, problems),
                                DocumentSections.inventory(Manifest.of(folder)))));
    }
}
