package io.modeltracking.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.gate.Goalpost;
import io.modeltracking.gate.MovedGoalpost;
import io.modeltracking.registry.ModelNote;
import io.modeltracking.registry.Stage;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTests {

    @TempDir
    Path base;

    private MotorModel model;
    private Path folder;

    @BeforeEach
    void register() throws IOException {
        model = MotorModel.in(base);
        folder = base.resolve("out/motor-1");
    }

    @Test
    void thePageHasEverySection() throws IOException {
        String page = page();
        for (String title : List.of(
                "Identity and intended use",
                "Checklist of evidence",
                "Why this one",
                "Model",
                "Validation metrics",
                "Charts",
                "Gates and waivers",
                "Approvals and life cycle",
                "Reproduction",
                "Data",
                "Code",
                "Environment",
                "Everything that was tried",
                "Integrity",
                "Documents")) {
            assertThat(page).contains("<h2>" + title + "</h2>");
        }
        assertThat(page)
                .contains("Evidence, not a compliance guarantee", "This is evidence, not a compliance guarantee.")
                .contains("0.5540 [0.5300, 0.5800]")
                .contains(
                        MotorModel.COMMIT,
                        "xgboost4j 3.1.1",
                        "driv_age",
                        model.ledger.head().orElseThrow())
                .contains("smallest validation.poisson_deviance.per_exposure of 2 accepted trials")
                .contains("src=\"data:image/png;base64,iVBOR")
                .contains("Never reproduced")
                .contains("<td class=\"good\">holds</td>")
                .contains("evidence/study/holdout/lift.png");
        assertThat(page.indexOf("rejected</td>", page.indexOf("id=\"history\"")))
                .isPositive();
    }

    @Test
    void nothingOfARunIsMarkup() throws IOException {
        assertThat(page())
                .contains("Chosen &lt;script&gt;alert(1)&lt;/script&gt; by **judgement**")
                .contains("Claims &lt;i&gt;per&lt;/i&gt; year")
                .contains("&lt;b&gt;broken&lt;/b&gt;")
                .doesNotContain("<script", "<i>", "<b>", "http://", " onerror");
        assertThat(Files.readString(folder.resolve("model-card.md")))
                .contains("Claims &lt;i\\>per&lt;/i\\> year")
                .contains("| 17 | Fairness and proxy checks | **NOT PROVIDED**: the tag")
                .doesNotContain("<i>");
    }

    @Test
    void thePageForbidsWhateverIsNotInIt() throws IOException {
        assertThat(page())
                .contains("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"")
                .contains("@media print", "display: table-header-group")
                .doesNotContain("url(", "<link", "<iframe", "src=\"http");
    }

    @Test
    void theChecklistHas26ItemsAndSaysWhatNobodyHasSaid() throws IOException {
        page();
        JsonNode items =
                RunJson.mapper().readTree(folder.resolve("checklist.json").toFile());
        assertThat(items).hasSize(26);
        for (int i = 0; i < 26; i++) {
            assertThat(items.get(i).path("number").asInt()).isEqualTo(i + 1);
            assertThat(items.get(i).path("sources").asText()).isNotBlank();
            assertThat(items.get(i).path("how").asText()).isIn("AUTO", "ASK", "AUTO + ASK");
        }
        assertThat(answer(items, 1)).contains("purpose: Claims", "owner: Pricing", "tier: NOT PROVIDED");
        assertThat(answer(items, 3)).contains("train: 100 rows, 1 columns, 3 values missing");
        assertThat(answer(items, 8)).isEqualTo("commit " + MotorModel.COMMIT + " on main, clean");
        assertThat(answer(items, 10)).isEqualTo("5 runs: 3 accepted, 1 broken, 1 rejected");
        assertThat(answer(items, 12)).contains("rank 1", "\"winner of the study\"");
        assertThat(answer(items, 13)).isEqualTo("holdout: 1 metrics, 1 with an interval");
        assertThat(answer(items, 17)).startsWith("NOT PROVIDED: the tag \"fairness\"");
        assertThat(answer(items, 21)).isEqualTo("made by Ada (git, CLAIMED); approved by NOT PROVIDED");
        assertThat(answer(items, 23)).isEqualTo("NOT PROVIDED: never reproduced");
        assertThat(page())
                .contains("<strong class=\"missing\">NOT PROVIDED</strong>")
                .doesNotContain("compliant", "validated");
    }

    @Test
    void whatPeopleSaidAndDidLaterIsInIt() throws IOException {
        model.as("Ada").promote("motor-frequency/1", Stage.STAGING, "gates hold");
        model.as("Ben").request("motor-frequency/1", Stage.PRODUCTION, "better than the mean");
        model.as("Eve").approve("motor-frequency/1", Stage.PRODUCTION, "looked at the lift");
        model.as("Ada")
                .note(
                        "motor-frequency/1",
                        new ModelNote("For <new> business", Map.of("fairness", "no proxy found"), List.of()),
                        "asked by the reviewer");
        model.as("Ada").reproduced(MotorModel.MODEL, RunFixture.id(MotorModel.WINNER), "IDENTICAL", "yearly check");
        String page = page();
        JsonNode items =
                RunJson.mapper().readTree(folder.resolve("checklist.json").toFile());
        assertThat(answer(items, 17)).isEqualTo("no proxy found");
        assertThat(answer(items, 21)).endsWith("approved by Eve (property, CLAIMED)");
        assertThat(answer(items, 23)).startsWith("IDENTICAL, 2026-11-24 08:00:00 UTC, by Ada");
        assertThat(page)
                .contains(
                        "For &lt;new&gt; business",
                        "The last verdict is IDENTICAL",
                        "version 1 approved for Production")
                .contains("looked at the lift");
    }

    @Test
    void aLostJournalLeavesADossierThatSaysSo() throws IOException {
        Files.delete(model.root.run(RunFixture.id(MotorModel.WINNER)).resolve("run.jsonl"));
        Files.delete(model.root.run(RunFixture.id(MotorModel.STUDY)).resolve("run.jsonl"));
        assertThat(page())
                .contains("which the version was made by, is lost")
                .contains("The journal of its run is lost.")
                .contains("journal LOST, chosen")
                .contains("Not recorded, or lost.");
    }

    @Test
    void aBoundThatWasLoosenedAfterTheHoldOutWasReadIsNamed() throws IOException {
        DossierReader.Reading reading = model.read();
        MovedGoalpost moved = new MovedGoalpost(
                MovedGoalpost.Kind.GATE,
                "Motor_*",
                new Goalpost("Motor_*", "test.rmse", true, "0.5"),
                new Goalpost("Motor_*", "test.rmse", true, "0.6"),
                "a".repeat(40),
                "b".repeat(40),
                new MovedGoalpost.HoldoutLook(RunFixture.id(1), Instant.EPOCH));
        DossierSubject subject = reading.subject();
        DossierSubject with = new DossierSubject(
                subject.version(),
                subject.run(),
                subject.study(),
                subject.source(),
                subject.environment(),
                subject.build(),
                subject.history(),
                subject.ledger(),
                subject.head(),
                subject.tool(),
                subject.written(),
                List.of(moved));
        new Dossier(model.root, null).write(new DossierReader.Reading(with, List.of()), folder);
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("was at most 0.5 (commit aaaaaaaaaaaa) and is at most 0.6 (commit bbbbbbbbbbbb)");
        assertThat(Files.readString(folder.resolve("model-card.md"))).contains("MOVED GOALPOSTS");
    }

    private static String answer(JsonNode items, int number) {
        return items.get(number - 1).path("answer").asText();
    }

    private String page() throws IOException {
        new Dossier(model.root, null).write(model.read(), folder);
        return Files.readString(folder.resolve("index.html"));
    }
}
