package io.modeltracking.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real MLflow, in a Python that {@code -Dmlflow.python} names and {@code .ci/run} makes. */
class MlflowLoadsBundleTests {

    private static final String FOLDER = "META-INF/models/motor-frequency/";
    private static final Offset<Double> SAME = within(1e-6);

    @TempDir
    Path base;

    @Test
    void pythonPredictsWhatJavaPredicts() throws Exception {
        String python = System.getProperty("mlflow.python", "");
        Assumptions.assumeTrue(
                !python.isBlank() && Files.isExecutable(Path.of(python)),
                "SKIPPED: -Dmlflow.python=<a Python with mlflow and xgboost> is not given or not there");
        byte[] model = PackagedModel.trained(3);
        PackagedModel packaged = new PackagedModel(base);
        Path jar = packaged.packaged(packaged.registered("motor-frequency", Map.of("model.ubj", model)), "bundle.jar");
        Path csv = Files.writeString(base.resolve("rows.csv"), csv());
        JsonNode told = call(python, unpacked(jar), csv);
        float[][] expected = PackagedModel.predicted(XGBoost.loadModel(model));
        for (String flavor : List.of("xgboost", "pyfunc")) {
            assertThat(told.get(flavor)).hasSize(PackagedModel.ROWS);
            for (int row = 0; row < PackagedModel.ROWS; row++) {
                assertThat(told.get(flavor).get(row).asDouble())
                        .as("%s, row %d", flavor, row)
                        .isCloseTo(expected[row][0], SAME);
            }
        }
        assertThat(RunJson.mapper().convertValue(told.get("columns"), String[].class))
                .containsExactly(PackagedModel.FEATURES);
        assertThat(told.at("/metadata/project").asText()).isEqualTo("org.example:pricing:1.0");
    }

    private static String csv() {
        StringBuilder csv = new StringBuilder(Arrays.stream(PackagedModel.FEATURES)
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")));
        float[] rows = PackagedModel.rows();
        for (int i = 0; i < rows.length; i++) {
            csv.append(i % PackagedModel.FEATURES.length == 0 ? '\n' : ',').append(rows[i]);
        }
        return csv.append('\n').toString();
    }

    private Path unpacked(Path jar) throws IOException {
        Path folder = Files.createDirectories(base.resolve("model"));
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, folder.resolve(entry.getName().substring(FOLDER.length())));
                    }
                }
            }
        }
        return folder;
    }

    private JsonNode call(String python, Path model, Path csv) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, "src/test/python/load_bundle.py"));
        command.add(model.toString());
        command.add(csv.toString());
        Path messages = base.resolve("messages.txt");
        Process process =
                new ProcessBuilder(command).redirectError(messages.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(messages)).isZero();
        return RunJson.mapper().readTree(out);
    }
}
