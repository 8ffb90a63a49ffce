package io.modeltracking.packaging;

import io.modeltracking.bundle.ModelBundle;
import io.modeltracking.packaging.BundleSubject.ModelFile;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.Names;
import io.modeltracking.store.Blobs;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the jar of a version: the model's files from the blobs, checked by their hashes, with what MLflow reads, where they
 * came from, and the class that loads them. The same version has the same bytes.
 */
public final class BundleWriter {

    private static final String LOADER = ModelBundle.class.getName().replace('.', '/') + ".class";

    private final Blobs blobs;

    public BundleWriter(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * Writes the jar, whole or not at all.
     *
     * @throws RegistryException when a name is one that no file can have
     * @throws io.modeltracking.store.StoreException when a file of the model is lost
     * @throws IOException when one is damaged, or the jar cannot be written
     */
    public void write(BundleSubject subject, Path jar) throws IOException {
        if (!Names.isRunId(subject.version().evidence().run())) {
            throw new RegistryException(subject.version() + " names no run: the ledger has \""
                    + subject.version().evidence().run() + "\"");
        }
        String folder = ModelBundle.FOLDER + name("model", subject.version().model()) + "/";
        Map<String, byte[]> files = documents(subject);
        for (ModelFile file : subject.files()) {
            if (files.put(name("file", file.name()), content(file)) != null) {
                throw new RegistryException(subject.version() + " has a file named " + file.name()
                        + ", which the bundle needs for its own: log it by another name");
            }
        }
        byte[] index = index(subject, files);
        Instant time = subject.registration().time();
        Path temporary = jar.resolveSibling(jar.getFileName() + ".tmp");
        Files.createDirectories(jar.getParent());
        try (BundleJar out = new BundleJar(temporary, time, attributes(subject))) {
            out.add(LOADER, loader());
            out.add(folder + ModelBundle.INDEX, index);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                out.add(folder + file.getKey(), file.getValue());
            }
        }
        Files.move(temporary, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, byte[]> documents(BundleSubject subject) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (subject.booster().isPresent()) {
            texts.putAll(MlflowModel.of(subject, subject.booster().get()).files());
        }
        texts.put("provenance.json", Provenance.of(subject).json());
        texts.put("model-card.md", ModelCard.of(subject));
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private byte[] content(ModelFile file) throws IOException {
        try (InputStream in = blobs.open(file.sha256())) {
            return in.readAllBytes();
        }
    }

    private static byte[] index(BundleSubject subject, Map<String, byte[]> files) throws IOException {
        Map<String, String> index = new TreeMap<>();
        index.put("format", ModelBundle.FORMAT);
        index.put("model", subject.version().model());
        index.put("version", Integer.toString(subject.version().number()));
        index.put("run", subject.version().evidence().run());
        int number = 0;
        for (ModelFile file : subject.files()) {
            index.put("file." + ++number, file.name());
        }
        files.forEach((name, content) -> index.put("sha256." + name, Sha256.of(content)));
        return PropertiesText.of(index).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> attributes(BundleSubject subject) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Created-By", "tracking-maven-plugin " + subject.tool());
        attributes.put("Model-Name", subject.version().model());
        attributes.put("Model-Version", Integer.toString(subject.version().number()));
        attributes.put("Model-Run", subject.version().evidence().run());
        attributes.put("Model-Ledger-Event", subject.registration().hash());
        return attributes;
    }

    private static byte[] loader() throws IOException {
        try (InputStream in = ModelBundle.class.getResourceAsStream("/" + LOADER)) {
            return in.readAllBytes();
        }
    }

    /** Names in ledgers and journals are nobody's word: none leads out of the bundle's folder. */
    private static String name(String kind, String name) {
        try {
            return Names.check(kind, name);
        } catch (IllegalArgumentException e) {
            throw new RegistryException("Nothing is packaged: " + e.getMessage());
        }
    }
}
