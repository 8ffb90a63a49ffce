package io.modeltracking.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The fixed parts of the page. Its security policy allows exactly these scripts, by their hashes, and no connection: what
 * a run could smuggle in would not be executed.
 */
record PageParts(String style, List<String> scripts) {

    private static final List<String> STYLES = List.of("base", "table", "pages");
    private static final List<String> SCRIPTS = List.of(
            "dom",
            "csv",
            "blocks",
            "data",
            "figures",
            "signs",
            "query",
            "charts",
            "plots",
            "plot-bins",
            "plot-curves",
            "plot-points",
            "plot-bars",
            "plot-cards",
            "gates",
            "tables",
            "registry",
            "registry-version",
            "challenges",
            "trends",
            "overview",
            "columns",
            "runs",
            "run",
            "lineage",
            "compare",
            "datasets",
            "study-data",
            "study-colours",
            "study-parallel",
            "study-charts",
            "study-course",
            "study-trials",
            "study",
            "help",
            "keys",
            "frame",
            "main");

    /** What a page that asks a server does in its own way: {@code served/} has it, or nothing. */
    private static final Map<String, List<String>> SERVED = Map.of(
            "blocks",
            List.of("served/blocks"),
            "runs",
            List.of("served/runs-table", "served/runs", "served/lists"),
            "help",
            List.of("served/help"),
            "main",
            List.of("served/live", "served/main"),
            "challenges",
            List.of(),
            "trends",
            List.of(),
            "overview",
            List.of(),
            "datasets",
            List.of());

    static PageParts load() throws IOException {
        return load(STYLES, SCRIPTS);
    }

    /** The parts of the page that a server gives, by name. */
    static PageParts served() throws IOException {
        List<String> styles = new ArrayList<>(STYLES);
        styles.add("served/served");
        return load(
                styles,
                SCRIPTS.stream()
                        .flatMap(name -> SERVED.getOrDefault(name, List.of(name)).stream())
                        .toList());
    }

    private static PageParts load(List<String> styles, List<String> scripts) throws IOException {
        String tabulator = webJar("org.webjars.npm/tabulator-tables", "tabulator-tables");
        String echarts = webJar("org.webjars/echarts", "echarts");
        String style = resource(tabulator + "dist/css/tabulator.min.css") + own(styles, ".css");
        return new PageParts(
                style,
                List.of(
                        resource(tabulator + "dist/js/tabulator.min.js"),
                        resource(echarts + "echarts.min.js"),
                        "(() => {\n\"use strict\";\n" + own(scripts, ".js") + "})();\n"));
    }

    String head(String project, String module) throws IOException {
        return resource("page/page.html")
                .replace("{policy}", policy())
                .replace("{style}", style)
                .replace("{title}", html(Texts.line(project, 200)) + " · " + html(Texts.line(module, 200)));
    }

    String tail() {
        return scripts.stream()
                        .map(script -> "<script>" + script + "</script>\n")
                        .collect(Collectors.joining()) + "</body>\n</html>\n";
    }

    private String policy() {
        String hashes = scripts.stream().map(PageParts::hash).collect(Collectors.joining(" "));
        // Attributes named style are how the table and the charts place things; they cannot load anything here.
        return "default-src 'none'; script-src " + hashes + "; style-src-elem " + hash(style)
                + "; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String own(List<String> names, String suffix) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(resource("page/" + name + suffix));
        }
        return all.toString();
    }

    /** The folder of a web jar's files, by the version that its Maven descriptor gives. */
    private static String webJar(String coordinates, String name) throws IOException {
        Properties pom = new Properties();
        try (InputStream in = open("/META-INF/maven/" + coordinates + "/pom.properties")) {
            pom.load(in);
        }
        return "/META-INF/resources/webjars/" + name + '/' + pom.getProperty("version") + '/';
    }

    /** As a script's element can hold it. */
    private static String resource(String path) throws IOException {
        return withoutMap(text(path)).replace("</script", "<\\/script");
    }

    static String text(String path) throws IOException {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    /** A map of the source, named in the last line, would be asked for from the network. */
    private static String withoutMap(String text) {
        int map = text.lastIndexOf("# sourceMappingURL=");
        return map < 0 ? text : text.substring(0, text.lastIndexOf('\n', map) + 1);
    }

    private static InputStream open(String path) throws IOException {
        InputStream in = PageParts.class.getResourceAsStream(path);
        if (in == null) {
            throw new IOException("The resource " + path + " is missing: is the plugin's jar whole?");
        }
        return in;
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
