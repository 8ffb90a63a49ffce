package io.modeltracking.maven;

import io.modeltracking.store.Login;
import io.modeltracking.store.StoreException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Who connects: never said in a POM. */
final class SettingsLogin {

    private SettingsLogin() {}

    /** @throws StoreException when the settings have no such server, or it has no user and password */
    static Login of(Settings settings, SettingsDecrypter decrypter, String id, String property) {
        Server server = settings.getServer(id);
        if (server == null) {
            throw new StoreException(property + " is " + id + ", and settings.xml has no server with that id: add"
                    + " <server><id>" + id + "</id><username>…</username><password>…</password></server>");
        }
        SettingsDecryptionResult decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        Server known = decrypted.getServer() == null ? server : decrypted.getServer();
        if (known.getUsername() == null || known.getPassword() == null) {
            throw new StoreException(
                    "The server " + id + " of settings.xml, named by " + property + ", has no username or no password");
        }
        return new Login(known.getUsername(), known.getPassword());
    }

    /** Null where the environment says nothing. */
    static Login ofEnvironment() {
        Login own = of("TRACKING_STORE_USER", "TRACKING_STORE_PASSWORD");
        return own != null ? own : of("PGUSER", "PGPASSWORD");
    }

    private static Login of(String user, String password) {
        String name = System.getenv(user);
        String secret = System.getenv(password);
        return name == null || secret == null ? null : new Login(name, secret);
    }
}
