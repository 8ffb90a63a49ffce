package io.modeltracking.dossier;

import static io.modeltracking.dossier.DossierSubjects.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.modeltracking.run.EnvironmentState.Entry;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema is the official one of CycloneDX 1.6, in {@code cyclonedx-core-java}. */
class MachineLearningBomTests {

    private static Schema schema;

    @TempDir
    Path base;

    private DossierSubjects subjects;

    @BeforeAll
    static void readSchema() throws IOException {
        schema = new JsonParser().getJsonSchema(Version.VERSION_16, RunJson.mapper());
    }

    @BeforeEach
    void open() throws IOException {
        subjects = new DossierSubjects(base);
    }

    @Test
    void isWhatTheSchemaAsksFor() throws IOException {
        assertThat(faults(written(subjects.motor()))).isEmpty();
    }

    @Test
    void isSoWithoutARunAndItsEnvironment() throws IOException {
        byte[] bom = written(subjects.withLostJournal());
        assertThat(faults(bom)).isEmpty();
        assertThat(new String(bom)).contains("the run's journal, which is lost").contains("\"unknown\"");
    }

    @Test
    void isSoWhateverTextsARunHas() throws IOException {
        for (String text : List.of("\"}]}<script>${x}\n\u0000", "http://[", "a@b", "x-1.jar", "\ud800", "\u202e")) {
            DossierSubjects hostile = new DossierSubjects(Files.createTempDirectory(base, "hostile"));
            assertThat(faults(written(hostile.saying(text)))).as(text).isEmpty();
        }
    }

    @Test
    void isNotWhatTheSchemaAsksForWhenItIsBroken() throws IOException {
        ObjectNode bom = MachineLearningBom.json(subjects.motor());
        assertBroken(bom, "/metadata/component", "type", "model");
        assertBroken(bom, "/metadata/component/modelCard/modelParameters/approach", "type", "boosting");
        assertBroken(bom, "/components/0/hashes/0", "content", "sha256:1");
        assertBroken(bom, "", "serialNumber", "urn:uuid:1");
        assertBroken(bom, "/metadata/component/modelCard", "accuracy", "1");
    }

    @Test
    void isReadByTheStandardsOwnLibrary() throws IOException, ParseException {
        Bom bom = new JsonParser().parse(written(subjects.motor()));
        Component model = bom.getMetadata().getComponent();
        assertThat(model.getType()).isEqualTo(Component.Type.MACHINE_LEARNING_MODEL);
        assertThat(model.getName()).isEqualTo("motor-frequency");
        assertThat(model.getVersion()).isEqualTo("1");
        assertThat(model.getHashes().get(0).getValue()).isEqualTo(sha256("model"));
        assertThat(model.getModelCard().getModelParameters().getTask()).isEqualTo("regression");
        assertThat(model.getModelCard().getConsiderations().getUseCases())
                .containsExactly("Claims per year, for the tariff");
        assertThat(model.getModelCard().getConsiderations().getTechnicalLimitations())
                .containsExactly("Not for fleets");
        assertThat(bom.getComponents()).hasSize(9);
        assertThat(bom.getComponents().get(0).getType()).isEqualTo(Component.Type.DATA);
        assertThat(bom.getComponents().get(0).getHashes().get(0).getValue()).isEqualTo(sha256("data.csv"));
        Component library = bom.getComponents().get(3);
        assertThat(library.getGroup()).isEqualTo("ml.dmlc");
        assertThat(library.getPurl()).isEqualTo("pkg:maven/ml.dmlc/xgboost4j_2.12@3.0.4");
        assertThat(library.getName()).isEqualTo("xgboost4j_2.12");
        assertThat(library.getVersion()).isEqualTo("3.0.4");
        assertThat(library.getHashes().get(0).getValue()).isEqualTo(sha256("xgboost"));
    }

    @Test
    void saysEachMetricOnceWithItsDataSetAndInterval() {
        JsonNode metrics =
                MachineLearningBom.json(subjects.motor()).at("/metadata/component/modelCard/quantitativeAnalysis");
        assertThat(metrics.path("performanceMetrics")).hasSize(3);
        assertThat(metrics.at("/performanceMetrics/0"))
                .hasToString("{\"type\":\"xgboost.train.poisson-nloglik\",\"value\":\"0.29\"}");
        assertThat(metrics.at("/performanceMetrics/1"))
                .hasToString("{\"type\":\"gini.exposure\",\"value\":\"0.30000000000000004\",\"slice\":\"validation\","
                        + "\"confidenceInterval\":{\"lowerBound\":\"0.25\",\"upperBound\":\"0.35\"}}");
        assertThat(metrics.at("/performanceMetrics/2/value").asText()).isEqualTo("NaN");
    }

    @Test
    void namesWhatNobodyProvided() {
        JsonNode card = MachineLearningBom.json(subjects.motor()).at("/metadata/component/modelCard");
        List<String> missing = new ArrayList<>();
        card.path("properties").forEach(property -> {
            if (property.path("name").asText().equals("io.modeltracking:notProvided")) {
                missing.add(property.path("value").asText());
            }
        });
        assertThat(missing).contains("tier", "reviewDate", "users").doesNotContain("purpose", "approach", "inputs");
        assertThat(card.at("/modelParameters/modelArchitecture").asText()).isEqualTo("XGBoost gbtree");
        assertThat(card.at("/modelParameters/outputs"))
                .hasToString("[{\"format\":\"float (count:poisson)\"},{\"format\":\"float (reg:gamma)\"}]");
        assertThat(card.at("/modelParameters/inputs"))
                .hasToString("[{\"format\":\"VehPower: float\"},{\"format\":\"Area\"}]");
    }

    @Test
    void namesLibrariesAsPackageUrlsDo() throws MalformedPackageURLException {
        PackageURL url = new PackageURL(purl("lib-1.0+7-tests.jar", "org.example:lib:1.0+7"));
        assertThat(List.of(url.getType(), url.getNamespace(), url.getName(), url.getVersion()))
                .containsExactly("maven", "org.example", "lib", "1.0+7");
        assertThat(url.getQualifiers()).containsExactly(Map.entry("classifier", "tests"));
        assertThat(purl("lib-1.0.jar", "org.example:lib:1.0")).isEqualTo("pkg:maven/org.example/lib@1.0");
        assertThat(MavenArtifact.of(new Entry("lib-1.0.jar", null, null))).isEmpty();
        assertThat(MavenArtifact.of(new Entry("x.jar", null, null, "a/b:c:1\n")))
                .isEmpty();
    }

    private static String purl(String file, String coordinates) {
        return MavenArtifact.of(new Entry(file, null, null, coordinates))
                .orElseThrow()
                .purl();
    }

    @Test
    void isTheSameForTheSameVersion() throws IOException {
        DossierSubject subject = subjects.motor();
        byte[] first = written(subject);
        assertThat(written(subject)).isEqualTo(first);
        JsonNode other = MachineLearningBom.json(
                new DossierSubjects(Files.createDirectory(base.resolve("other"))).withLostJournal());
        assertThat(other.path("serialNumber").asText())
                .isNotEqualTo(
                        MachineLearningBom.json(subject).path("serialNumber").asText());
    }

    private byte[] written(DossierSubject subject) throws IOException {
        new MachineLearningBom().write(subject, base);
        return Files.readAllBytes(base.resolve("bom.cdx.json"));
    }

    private static void assertBroken(ObjectNode bom, String where, String field, String value) throws IOException {
        ObjectNode broken = bom.deepCopy();
        ((ObjectNode) broken.at(where)).put(field, value);
        assertThat(faults(DossierJson.bytes(broken))).as(where + "/" + field).isNotEmpty();
    }

    private static List<Error> faults(byte[] bom) throws IOException {
        return schema.validate(RunJson.mapper().readTree(bom));
    }
}
