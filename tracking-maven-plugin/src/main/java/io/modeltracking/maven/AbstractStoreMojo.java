package io.modeltracking.maven;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Login;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.shared.SharedLink;
import io.modeltracking.store.shared.SharedSettings;
import io.modeltracking.store.shared.SharedStore;
import java.nio.file.Path;
import java.time.Clock;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Where the history is: on this machine, and in a shared store where one is named. */
abstract class AbstractStoreMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    /**
     * The folder that <code>.tracking</code> stands in. By default the nearest ancestor of the module that has one, else
     * the topmost one with a POM, never above the Git work tree. A relative path starts where Maven was called.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.root")
    private String root;

    /**
     * A PostgreSQL database that several machines share, <code>jdbc:postgresql://host/database</code>; its schema is
     * <code>tracking</code> unless <code>?currentSchema=</code> names another. Who connects is said by
     * <code>TRACKING_STORE_USER</code> and <code>TRACKING_STORE_PASSWORD</code> in the environment, by
     * <code>tracking.store.server</code>, else by <code>PGUSER</code> and <code>PGPASSWORD</code> or <code>.pgpass</code>.
     * By default the history is that of <code>.tracking</code> alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.store")
    private String store;

    /**
     * The id of a server in <code>settings.xml</code> with the database's user and password.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.store.server")
    private String storeServer;

    /**
     * Where the files of a shared history are kept: <code>s3://bucket/prefix</code>, or <code>file:///folder</code> for a folder
     * that all machines see.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.blobs")
    private String blobs;

    /**
     * The address of an S3 service other than Amazon's.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.blobs.endpoint")
    private String blobsEndpoint;

    /**
     * The bucket's region. By default what AWS's own environment and profile say.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.blobs.region")
    private String blobsRegion;

    /**
     * Whether the bucket's name stands in the path instead of the host, as many services other than Amazon's want it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.blobs.pathStyle", defaultValue = "false")
    private boolean blobsPathStyle;

    /**
     * The id of a server in <code>settings.xml</code> whose user name is an access key and whose password its secret. By default
     * AWS's own chain: environment, profile, role.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.blobs.server")
    private String blobsServer;

    @Inject
    private SettingsDecrypter decrypter;

    private SharedLink link;

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final String pluginVersion() {
        return pluginVersion;
    }

    final TrackingRoot trackingRoot() {
        boolean given = root != null && !root.isBlank();
        Path start = given
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
        return TrackingRoot.find(start, root);
    }

    /** Says a problem once a build, whatever goals and modules meet it. */
    abstract void warnOnce(String problem);

    /** The user and password of a server in the settings. */
    final Login server(String id, String property) {
        return SettingsLogin.of(session.getSettings(), decrypter, id, property);
    }

    /** What the POM says of a shared store; null where it names none. */
    final SharedSettings sharedSettings() {
        return store == null || store.isBlank() ? null : sharedSettings(store.strip());
    }

    /** As what the POM says of a shared store, with the address of another database. */
    final SharedSettings sharedSettings(String url) {
        Login bucket = blobsServer == null ? null : server(blobsServer, "tracking.blobs.server");
        return SharedSettings.of(
                url,
                storeServer == null ? SettingsLogin.ofEnvironment() : server(storeServer, "tracking.store.server"),
                blobs,
                new SharedSettings.Bucket(blobsEndpoint, blobsRegion, blobsPathStyle, bucket));
    }

    /** To the shared store, for as long as this goal runs. */
    final synchronized SharedLink link() {
        if (link == null) {
            SharedSettings settings = sharedSettings();
            link = settings == null ? SharedLink.NONE : connect(settings);
        }
        return link;
    }

    /** One that did not answer is not asked again in this build: each goal would wait for it. */
    private SharedLink connect(SharedSettings settings) {
        String key = "io.modeltracking.down " + settings.name();
        Object down = session.getRepositorySession().getData().get(key);
        if (down != null) {
            return SharedLink.broken(settings.name(), down.toString());
        }
        try {
            SharedStore shared = SharedStore.open(settings, trackingRoot(), Clock.systemUTC(), pluginVersion);
            return SharedLink.to(shared, problem -> lost(key, problem));
        } catch (SharedStoreException e) {
            lost(key, e.getMessage());
            return SharedLink.broken(settings.name(), e.getMessage());
        }
    }

    private void lost(String key, String problem) {
        session.getRepositorySession().getData().set(key, problem);
        warnOnce(problem + ". What this build makes stays in " + trackingRoot().directory()
                + ", and goes there with the next build or \"mvn tracking:sync\"");
    }

    final void closeLink() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /** @throws StoreException when none is named */
    final SharedSettings needSharedSettings(String goal) {
        SharedSettings settings = sharedSettings();
        if (settings == null) {
            throw new StoreException(
                    goal + " needs a shared store: set tracking.store=jdbc:postgresql://host/database and"
                            + " tracking.blobs=s3://bucket/prefix");
        }
        return settings;
    }
}
