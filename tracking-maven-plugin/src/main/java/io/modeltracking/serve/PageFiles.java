package io.modeltracking.serve;

import io.modeltracking.report.ServedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page's own files: always the same, so that a browser keeps them. */
final class PageFiles {

    /** Attributes named style are how the table and the charts place things; they cannot load anything here. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src-elem 'self';"
            + " style-src-attr 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Answer.Text> files = new HashMap<>();

    PageFiles() {
        try {
            ServedPage page = ServedPage.load();
            put("/", "text/html; charset=utf-8", page.html());
            put("/page/style.css", "text/css; charset=utf-8", page.style());
            put("/page/tables.js", SCRIPT, page.scripts().get(0));
            put("/page/charts.js", SCRIPT, page.scripts().get(1));
            put("/page/page.js", SCRIPT, page.scripts().get(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for any other path. */
    Answer answer(String path, String knownTag) {
        Answer.Text file = files.get(path);
        boolean known = file != null && file.headers().get("ETag").equals(knownTag);
        return known ? new Answer.Text(304, file.headers(), new byte[0]) : file;
    }

    private void put(String path, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("Cache-Control", "no-cache");
        headers.put("ETag", '"' + sha256(body) + '"');
        files.put(path, new Answer.Text(200, headers, body));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
