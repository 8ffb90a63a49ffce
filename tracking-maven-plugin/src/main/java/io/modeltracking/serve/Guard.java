package io.modeltracking.serve;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Who may ask: nothing that another site makes a browser ask, nobody without the token where there is one. */
final class Guard {

    static final String COOKIE = "tracking-session";

    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final Set<String> hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));
    private final byte[] token;
    /** Stands for the token in a browser: a cookie that leaks is worth nothing after the next start. */
    private final String session = HexFormat.of().formatHex(new SecureRandom().generateSeed(32));

    Guard(ServerSettings settings) {
        hosts.add(settings.address().contains(":") ? "[" + settings.address() + "]" : settings.address());
        hosts.addAll(settings.hosts());
        token = settings.token() == null ? null : bytes(settings.token());
    }

    String session() {
        return session;
    }

    /** @throws Refusal of what only reads nothing, or comes by another name or from another site */
    void admit(Request request) {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new Refusal(405, "This server only reads: use GET or HEAD");
        }
        List<String> named = request.getHeaders().getValuesList(HttpHeader.HOST);
        String uri = request.getHttpURI().getHost();
        if (named.size() != 1 || !isKnown(hostOf(named.get(0))) || uri != null && !isKnown(bracketed(uri))) {
            throw new Refusal(
                    421,
                    "This server does not answer to that host name: use localhost, or name the host with"
                            + " -Dtracking.serve.hosts=");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !isOwn(origin, named.get(0))) {
            throw new Refusal(403, "Other sites may not ask this server");
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && FOREIGN.contains(site.toLowerCase(Locale.ROOT)) && !isLinkToPage(request)) {
            throw new Refusal(403, "Other sites may not ask this server");
        }
    }

    /** A link somewhere else to the page itself may be followed: it shows nothing that is not asked for afterwards. */
    private static boolean isLinkToPage(Request request) {
        return request.getHttpURI().getPath().equals("/")
                && "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"))
                && "document".equals(request.getHeaders().get("Sec-Fetch-Dest"));
    }

    /** Whether the request shows the token, or the cookie that stands for it. */
    boolean knows(Request request) {
        if (token == null) {
            return true;
        }
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) && isToken(header.substring(7))) {
            return true;
        }
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .anyMatch(value -> MessageDigest.isEqual(bytes(value), bytes(session)));
    }

    boolean isToken(String text) {
        return token != null && text != null && MessageDigest.isEqual(bytes(text.strip()), token);
    }

    private boolean isKnown(String host) {
        return hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static String hostOf(String header) {
        int port = header.lastIndexOf(':');
        return port > header.lastIndexOf(']') ? header.substring(0, port) : header;
    }

    private static boolean isOwn(String origin, String host) {
        try {
            URI uri = new URI(origin);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && host.equalsIgnoreCase(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
