package io.modeltracking.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.bundle.ModelBundle;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTests {

    @TempDir
    Path base;

    @Test
    void aServiceLoadsTheBoosterByTheModelsName() throws IOException, XGBoostError {
        byte[] model = PackagedModel.trained(1);
        Path jar = packaged("motor-frequency", Map.of("xgboost/model.ubj", model));
        try (URLClassLoader service = classPath(jar);
                InputStream in = ModelBundle.of("motor-frequency", service).open()) {
            assertThat(PackagedModel.predicted(XGBoost.loadModel(in)))
                    .isDeepEqualTo(PackagedModel.predicted(XGBoost.loadModel(model)));
        }
    }

    @Test
    void theJarBringsItsLoaderWhichTwoModelsShare() throws Exception {
        Path frequency = packaged("motor-frequency", Map.of("model.bin", "frequency".getBytes(UTF_8)));
        Path severity = packaged("motor/severity of 2026", Map.of("model.bin", "severity".getBytes(UTF_8)));
        try (URLClassLoader service = classPath(severity, frequency)) {
            assertThat(opened(service, "motor-frequency")).isEqualTo("frequency");
            assertThat(opened(service, "motor/severity of 2026")).isEqualTo("severity");
        }
    }

    /** With the class that the jar brings, in a JVM that has nothing but the JDK beside it. */
    private static String opened(ClassLoader service, String model) throws Exception {
        Class<?> loader = service.loadClass(ModelBundle.class.getName());
        assertThat(loader.getClassLoader()).isSameAs(service);
        Object bundle = loader.getMethod("of", String.class, ClassLoader.class).invoke(null, model, service);
        try (InputStream in = (InputStream) loader.getMethod("open").invoke(bundle)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void aChangedByteIsAnErrorWithBothHashes() throws IOException {
        Path jar = packaged("motor-frequency", Map.of("model.bin", "the model".getBytes(UTF_8)));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.writeString(inside.getPath("META-INF/models/motor-frequency/model.bin"), "the Model");
        }
        try (URLClassLoader service = classPath(jar)) {
            ModelBundle bundle = ModelBundle.of("motor-frequency", service);
            assertThatThrownBy(bundle::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("motor-frequency/1: META-INF/models/motor-frequency/model.bin was changed")
                    .hasMessageContaining("expected sha256 " + Sha256.of("the model"))
                    .hasMessageContaining("found " + Sha256.of("the Model"));
        }
    }

    @Test
    void saysWhatIsNotThereOrTwice() throws IOException {
        Path jar = packaged("motor-frequency", Map.of("model.bin", "the model".getBytes(UTF_8)));
        Path copy = Files.copy(jar, base.resolve("copy.jar"));
        try (URLClassLoader service = classPath(jar, copy)) {
            assertThatThrownBy(() -> ModelBundle.of("motor-severity", service))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no bundle of the model \"motor-severity\"");
            assertThatThrownBy(() -> ModelBundle.of("motor-frequency", service))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("more than one bundle")
                    .hasMessageContaining("copy.jar");
        }
    }

    @Test
    void severalFilesAreOpenedByTheirNames() throws IOException {
        Path jar = packaged("product", Map.of("a.bin", "a".getBytes(UTF_8), "b.bin", "b".getBytes(UTF_8)));
        try (URLClassLoader service = classPath(jar)) {
            ModelBundle bundle = ModelBundle.of("product", service);
            assertThat(bundle.files()).containsExactlyInAnyOrder("a.bin", "b.bin");
            assertThat(bundle.open("b.bin").readAllBytes()).isEqualTo("b".getBytes(UTF_8));
            assertThatThrownBy(bundle::open).hasMessageContaining("product/1 has several files, name one of");
            assertThatThrownBy(() -> bundle.open("c.bin")).hasMessageContaining("has no file \"c.bin\"");
        }
    }

    @Test
    void saysWhereTheVersionCameFrom() throws IOException {
        PackagedModel model = new PackagedModel(base);
        BundleSubject subject = model.registered("motor-frequency", Map.of("m.bin", "the model".getBytes(UTF_8)));
        Path jar = model.packaged(subject, "one.jar");
        try (URLClassLoader service = classPath(jar);
                JarFile file = new JarFile(jar.toFile())) {
            ModelBundle bundle = ModelBundle.of("motor-frequency", service);
            JsonNode provenance =
                    RunJson.mapper().readTree(bundle.open("provenance.json").readAllBytes());
            assertThat(provenance.at("/event/hash").asText())
                    .isEqualTo(subject.registration().hash());
            assertThat(provenance.at("/run").asText())
                    .isEqualTo(bundle.run())
                    .isEqualTo(subject.run().id());
            assertThat(provenance.at("/datasets/0/sha256").asText()).isEqualTo(Sha256.of("rows"));
            assertThat(new String(bundle.open("model-card.md").readAllBytes(), UTF_8))
                    .contains("# motor-frequency/1", "- owner: Pricing \\| &lt;b\\>Motor", "- purpose: NOT PROVIDED");
            assertThat(file.getManifest().getMainAttributes().getValue("Model-Version"))
                    .isEqualTo("1");
            assertThat(file.stream().map(entry -> entry.getName()).filter(name -> name.endsWith("MLmodel")))
                    .isEmpty();
        }
    }

    @Test
    void theSameVersionHasTheSameBytes() throws IOException {
        PackagedModel model = new PackagedModel(base);
        BundleSubject subject = model.registered("motor-frequency", Map.of("m.bin", "the model".getBytes(UTF_8)));
        assertThat(model.packaged(subject, "one.jar")).hasSameBinaryContentAs(model.packaged(subject, "two.jar"));
    }

    @Test
    void noNameLeadsOutOfTheBundle() throws IOException {
        for (String name : List.of("../motor", "a//b", "..", "motor\nfrequency")) {
            PackagedModel model = new PackagedModel(Files.createTempDirectory(base, "project"));
            BundleSubject subject = model.registered(name, Map.of("m.bin", name.getBytes(UTF_8)));
            assertThatThrownBy(() -> model.packaged(subject, "bundle.jar"))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("Nothing is packaged");
        }
    }

    private Path packaged(String name, Map<String, byte[]> files) throws IOException {
        Path folder = Files.createTempDirectory(base, "project");
        PackagedModel model = new PackagedModel(folder);
        return model.packaged(model.registered(name, files), "bundle.jar");
    }

    private static URLClassLoader classPath(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
