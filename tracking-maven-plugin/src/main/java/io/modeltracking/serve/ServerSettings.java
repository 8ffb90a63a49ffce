package io.modeltracking.serve;

import io.modeltracking.registry.RegistryException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Where the history is served, and to whom.
 *
 * @param address to bind
 * @param port the first to try; 0 for any
 * @param hosts further names by which browsers may call it
 * @param token that everybody must show; null where nobody must
 */
public record ServerSettings(String address, int port, List<String> hosts, String token) {

    private static final int SHORTEST_TOKEN = 16;
    private static final int LAST_PORT = 65_535;

    /** @throws RegistryException where an address is open to others without a token, or something is not usable */
    public ServerSettings {
        hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (port < 0 || port > LAST_PORT) {
            throw new RegistryException("-Dport=" + port + " is no port: use 1 to " + LAST_PORT);
        }
        boolean shown = token != null && !token.isBlank();
        if (shown && token.length() < SHORTEST_TOKEN) {
            throw new RegistryException("TRACKING_SERVE_TOKEN has fewer than " + SHORTEST_TOKEN
                    + " characters: make one with \"openssl rand -hex 32\"");
        }
        token = shown ? token : null;
        if (token == null && !isLoopback(address)) {
            throw new RegistryException("-Dtracking.serve.address=" + address + " is open to other machines: set the"
                    + " environment variable TRACKING_SERVE_TOKEN to a secret of at least " + SHORTEST_TOKEN
                    + " characters (\"openssl rand -hex 32\"), or leave the address out to serve this machine alone");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new RegistryException("-Dtracking.serve.address=" + address
                    + " is no address of this machine: use 127.0.0.1, 0.0.0.0 or one of its own");
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerSettings[" + address + ":" + port + (token == null ? "" : ", with a token") + "]";
    }
}
