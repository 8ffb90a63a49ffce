package io.modeltracking.maven;

import io.modeltracking.mlflow.MlflowException;
import io.modeltracking.mlflow.MlflowServer;
import io.modeltracking.registry.RegistryException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that speak with an MLflow server. */
abstract class AbstractMlflowMojo extends AbstractTrackingMojo {

    @Component
    private SettingsDecrypter decrypter;

    /**
     * The MLflow server, 2.x or 3.x: <code>https://mlflow.example.org</code>. Credentials do not stand in it: they come
     * from the environment variables <code>MLFLOW_TRACKING_TOKEN</code>, or <code>MLFLOW_TRACKING_USERNAME</code> and
     * <code>MLFLOW_TRACKING_PASSWORD</code>, or from <code>tracking.mlflow.server</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.mlflow.uri")
    private String uri;

    /**
     * The id of a server in <code>settings.xml</code>, whose user name and password are given to the MLflow server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.mlflow.server")
    private String serverId;

    @Override
    final void run() throws MojoExecutionException {
        MlflowServer server = server();
        try {
            run(server);
        } catch (MlflowException e) {
            refused(e);
        }
    }

    abstract void run(MlflowServer server);

    /** What becomes of a server that refuses or does not answer. */
    void refused(MlflowException e) throws MojoExecutionException {
        throw failed(e);
    }

    private MlflowServer server() {
        MlflowServer server = MlflowServer.of(uri, System.getenv());
        if (serverId == null || serverId.isBlank()) {
            return server;
        }
        Server entry = session().getSettings().getServer(serverId);
        if (entry == null) {
            throw new RegistryException("settings.xml has no server \"" + serverId
                    + "\": add one with that id, or remove tracking.mlflow.server");
        }
        Server plain =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(entry)).getServer();
        if (plain.getUsername() == null || plain.getPassword() == null) {
            throw new RegistryException(
                    "The server \"" + serverId + "\" in settings.xml has no user name or no password: add them");
        }
        return server.as(plain.getUsername(), plain.getPassword());
    }
}
