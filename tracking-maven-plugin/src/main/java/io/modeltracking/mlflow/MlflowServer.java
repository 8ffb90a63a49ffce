package io.modeltracking.mlflow;

import io.modeltracking.registry.RegistryException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * Where an MLflow server is, and how to speak to it.
 *
 * @param uri without a slash at its end
 * @param authorization the header's value, or null
 * @param attempts of a request before it counts as failed
 * @param pause before the second attempt, doubled before each further one
 * @param timeout of one request
 */
public record MlflowServer(String uri, String authorization, int attempts, Duration pause, Duration timeout) {

    private static final String TOKEN = "MLFLOW_TRACKING_TOKEN";
    private static final String USER = "MLFLOW_TRACKING_USERNAME";
    private static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD";

    /**
     * The server of a URI, with the credentials of the environment.
     *
     * @throws RegistryException when it is no address, or has credentials in it
     */
    public static MlflowServer of(String uri, Map<String, String> environment) {
        String header = null;
        if (has(environment, TOKEN)) {
            header = "Bearer " + environment.get(TOKEN);
        } else if (has(environment, USER) && has(environment, PASSWORD)) {
            header = basic(environment.get(USER), environment.get(PASSWORD));
        }
        return new MlflowServer(checked(uri), header, 5, Duration.ofSeconds(1), Duration.ofMinutes(2));
    }

    /** The same with a name and a password. */
    public MlflowServer as(String user, String password) {
        return new MlflowServer(uri, basic(user, password), attempts, pause, timeout);
    }

    /** The same for a caller who will not wait long. */
    public MlflowServer patience(int most, Duration first, Duration longest) {
        return new MlflowServer(uri, authorization, most, first, longest);
    }

    private static boolean has(Map<String, String> environment, String name) {
        return environment.get(name) != null && !environment.get(name).isBlank();
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String checked(String text) {
        if (text == null || text.isBlank()) {
            throw new RegistryException(
                    "No MLflow server is named: give tracking.mlflow.uri, such as http://localhost:5000");
        }
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new RegistryException("tracking.mlflow.uri is no address: give one such as http://localhost:5000");
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            throw new RegistryException(
                    "tracking.mlflow.uri has credentials in it, which logs would show: set " + TOKEN + ", or " + USER
                            + " and " + PASSWORD + ", or name a server of settings.xml by tracking.mlflow.server");
        }
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new RegistryException("tracking.mlflow.uri is to be http:// or https:// with a host, without query or"
                    + " fragment: give one such as http://localhost:5000");
        }
        return uri.toString().replaceAll("/+$", "");
    }

    /** Without what authorises. */
    @Override
    public String toString() {
        return uri;
    }
}
