package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
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
                .endsWith(",NOT PROVIDED,Pricing,NOT PROVIDED,NOT PROVIDED,NOT PROVIDED,NOT PROVIDED,NOT PROVIDED");
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
