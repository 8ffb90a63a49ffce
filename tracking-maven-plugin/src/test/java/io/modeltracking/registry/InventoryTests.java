package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTests {

    @TempDir
    Path base;

    @Test
    void givesNoCellToASpreadsheetToCompute() throws Exception {
        RegistryFixture models = new RegistryFixture(base).versions(1);
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, "=HYPERLINK(\"x\",\"y\")");
        assertThat(Inventory.csv(models.registry()).lines().toList().get(1))
                .startsWith("motor-frequency,1,Staging,challenger,2026-11-23T08:00:00Z,Ada,git CLAIMED,"
                        + "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",")
                .endsWith(",NOT PROVIDED,Pricing,NOT PROVIDED,NOT PROVIDED,NOT PROVIDED,NOT PROVIDED,NOT PROVIDED,,,,");
    }

    @Test
    void hasWhatIsKnownOfModelsAndVersions() throws Exception {
        RegistryFixture models = new RegistryFixture(base).versions(1);
        models.as(ADA)
                .note(
                        MODEL + "/1",
                        new ModelNote("=1+1", Map.of("b", "2", "a", "1"), List.of()),
                        RegistryFixture.REASON);
        models.as(ADA)
                .note(MODEL, new ModelNote("Private cars", Map.of("line", "motor"), List.of()), RegistryFixture.REASON);
        assertThat(Inventory.csv(models.registry()).lines().toList())
                .satisfiesExactly(
                        head -> assertThat(head).endsWith(",inForceTo,description,tags,modelDescription,modelTags"),
                        row -> assertThat(row).endsWith(",NOT PROVIDED,'=1+1,\"a=1,b=2\",Private cars,line=motor"));
        JsonNode model =
                new ObjectMapper().readTree(RegistryJson.of(models.registry())).at("/models/0");
        assertThat(model.path("description").asText()).isEqualTo("Private cars");
        assertThat(model.at("/tags/line").asText()).isEqualTo("motor");
        assertThat(model.at("/versions/0/description").asText()).isEqualTo("=1+1");
        assertThat(model.at("/versions/0/tags/a").asText()).isEqualTo("1");
    }

    @Test
    void tellsAllAsJson() throws Exception {
        RegistryFixture models = new RegistryFixture(base).versions(2);
        models.as(ADA).promote(MODEL + "/2", Stage.STAGING, RegistryFixture.REASON);
        JsonNode json = new ObjectMapper().readTree(RegistryJson.of(models.registry()));
        assertThat(json.path("ledgerHead").asText())
                .isEqualTo(models.ledger().head().orElseThrow());
        JsonNode model = json.at("/models/0");
        assertThat(model.path("challenger").asText()).isEqualTo("2");
        assertThat(model.at("/versions/1/evidence/considered")).hasSize(2);
        assertThat(model.at("/versions/1/history/1/type").asText()).isEqualTo("PROMOTE");
    }
}
