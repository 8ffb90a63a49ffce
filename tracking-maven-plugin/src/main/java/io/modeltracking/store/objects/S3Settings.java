package io.modeltracking.store.objects;

import io.modeltracking.store.Login;
import io.modeltracking.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a bucket is.
 *
 * @param prefix empty, or ending with a slash
 * @param endpoint of another service than Amazon's; null for that
 * @param region null for what the environment says
 * @param pathStyle whether the bucket stands in the path instead of the host's name
 * @param login an access key and its secret; null for AWS's own chain (environment, profile, role)
 */
public record S3Settings(String bucket, String prefix, URI endpoint, String region, boolean pathStyle, Login login) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    /**
     * Reads an address.
     *
     * @param address {@code s3://bucket/prefix}
     * @throws StoreException when it is none
     */
    public static S3Settings of(String address, String endpoint, String region, boolean pathStyle, Login login) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new StoreException("tracking.blobs is \"s3://bucket/prefix\", its bucket of 3 to 63 small letters,"
                    + " digits, dots and hyphens, or a folder that all machines see (\"file:///mnt/team/tracking\"), but was \""
                    + address + "\"");
        }
        String prefix = parts.group(2) == null ? "" : parts.group(2).replaceAll("/+$", "");
        return new S3Settings(
                parts.group(1), prefix.isEmpty() ? "" : prefix + "/", uri(endpoint), blank(region), pathStyle, login);
    }

    private static URI uri(String endpoint) {
        if (blank(endpoint) == null) {
            return null;
        }
        URI uri;
        try {
            uri = new URI(endpoint.strip());
        } catch (URISyntaxException e) {
            uri = null;
        }
        if (uri == null
                || uri.getHost() == null
                || uri.getUserInfo() != null
                || !String.valueOf(uri.getScheme()).matches("https?")) {
            throw new StoreException(
                    "tracking.blobs.endpoint is an address as \"https://s3.example.org\" without user or"
                            + " password, but was \"" + endpoint.replaceAll("//.*@", "//***@") + "\"");
        }
        return uri;
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** {@code s3://bucket/prefix}. */
    String name() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
    }
}
