package io.modeltracking.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A page, taken apart as a browser would. */
public record Page(String html) {

    public JsonNode data(String id) throws IOException {
        Matcher block = Pattern.compile("<script type=\"text/plain\" id=\"" + id + "\">([^<]*)</script>")
                .matcher(html);
        if (!block.find()) {
            throw new IOException("no block " + id);
        }
        byte[] packed = Base64.getDecoder().decode(block.group(1));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new ObjectMapper().readTree(in);
        }
    }

    List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        for (int at = html.indexOf("<script>"); at >= 0; at = html.indexOf("<script>", at)) {
            int end = html.indexOf("</script>", at);
            scripts.add(html.substring(at + 8, end));
            at = end;
        }
        return scripts;
    }

    String policy() {
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(html);
        return policy.find() ? policy.group(1) : "";
    }
}
