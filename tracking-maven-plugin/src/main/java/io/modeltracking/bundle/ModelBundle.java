package io.modeltracking.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A version of a model on the class path, as {@code mvn tracking:package} made it:
 *
 * <pre>{@code
 * Booster booster = XGBoost.loadModel(ModelBundle.of("motor-frequency").open());
 * }</pre>
 *
 * Every file is checked by its SHA-256 when it is opened.
 */
public final class ModelBundle {

    /** The folder of all models in a bundle; that of one has the model's name. */
    public static final String FOLDER = "META-INF/models/";

    /** The file that names the others and their hashes. */
    public static final String INDEX = "bundle.properties";

    /** The version of that file which this class reads. */
    public static final String FORMAT = "1";

    private final ClassLoader loader;
    private final String folder;
    private final Properties index;

    private ModelBundle(ClassLoader loader, String folder, Properties index) {
        this.loader = loader;
        this.folder = folder;
        this.index = index;
    }

    /**
     * Finds a model by the class loader of the thread's context, else by that of this class.
     *
     * @param model its name in the registry
     * @throws IllegalArgumentException when no bundle of it is there
     * @throws IllegalStateException when there is more than one, or it was made by a later version
     */
    public static ModelBundle of(String model) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return of(model, context == null ? ModelBundle.class.getClassLoader() : context);
    }

    /** Finds a model by a class loader; otherwise as {@link #of(String)}. */
    public static ModelBundle of(String model, ClassLoader loader) {
        String folder = FOLDER + model + "/";
        try {
            List<URL> found = new ArrayList<>(Collections.list(loader.getResources(folder + INDEX)));
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There is no bundle of the model \"" + model
                        + "\" on the class path: add its artifact with the classifier \"model\" as a dependency");
            }
            if (found.size() > 1) {
                throw new IllegalStateException("There is more than one bundle of the model \"" + model
                        + "\" on the class path: keep one of " + found);
            }
            return new ModelBundle(loader, folder, read(found.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bundle of the model \"" + model + "\"", e);
        }
    }

    private static Properties read(URL url) throws IOException {
        Properties index = new Properties();
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            index.load(reader);
        }
        if (!FORMAT.equals(index.getProperty("format"))) {
            throw new IllegalStateException(url + " has the format " + index.getProperty("format")
                    + ", this class reads " + FORMAT + ": put the bundle with the newest loader first");
        }
        return index;
    }

    /** {@code motor-frequency}. */
    public String model() {
        return index.getProperty("model");
    }

    /** Its number in the registry, from 1. */
    public int version() {
        return Integer.parseInt(index.getProperty("version"));
    }

    /** The run that made it: 32 hex digits. */
    public String run() {
        return index.getProperty("run");
    }

    /** The model's files, in the order in which the run logged them; mostly one. */
    public List<String> files() {
        List<String> files = new ArrayList<>();
        for (int i = 1; index.getProperty("file." + i) != null; i++) {
            files.add(index.getProperty("file." + i));
        }
        return Collections.unmodifiableList(files);
    }

    /**
     * The model's only file, checked.
     *
     * @throws IllegalStateException when it has several, or the content is not what was registered
     */
    public InputStream open() {
        if (files().size() != 1) {
            throw new IllegalStateException(this + " has several files, name one of " + files());
        }
        return open(files().get(0));
    }

    /**
     * A file of the bundle, checked; its other documents too, as {@code provenance.json} and {@code model-card.md}.
     *
     * @throws IllegalArgumentException when there is none of that name
     * @throws IllegalStateException when its content is not what was registered
     */
    public InputStream open(String file) {
        return new ByteArrayInputStream(bytes(file));
    }

    private byte[] bytes(String file) {
        String expected = index.getProperty("sha256." + file);
        if (expected == null) {
            throw new IllegalArgumentException(this + " has no file \"" + file + "\": it has " + files());
        }
        try (InputStream in = loader.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new IllegalStateException(this + ": " + folder + file + " is not there, the jar is not whole");
            }
            byte[] content = in.readAllBytes();
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            if (!found.equals(expected)) {
                throw new IllegalStateException(
                        this + ": " + folder + file + " was changed, expected sha256 " + expected + ", found " + found);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** {@code motor-frequency/3}. */
    @Override
    public String toString() {
        return model() + "/" + version();
    }
}
