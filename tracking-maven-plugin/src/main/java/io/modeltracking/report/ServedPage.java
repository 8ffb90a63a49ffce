package io.modeltracking.report;

import java.io.IOException;
import java.util.List;

/**
 * The report's page for a server that is asked for its data, in fixed files.
 *
 * @param html names the others, relative to itself, as {@code page/style.css} and {@code page/tables.js}, {@code charts.js},
 *     {@code page.js}
 * @param scripts the tables, the charts, the page; in this order
 */
public record ServedPage(String html, String style, List<String> scripts) {

    public ServedPage {
        scripts = List.copyOf(scripts);
    }

    /** @throws IOException when the plugin's jar is not whole */
    public static ServedPage load() throws IOException {
        PageParts parts = PageParts.served();
        return new ServedPage(PageParts.text("page/served/page.html"), parts.style(), parts.scripts());
    }
}
