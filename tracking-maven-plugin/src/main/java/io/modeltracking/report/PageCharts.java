package io.modeltracking.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The block of a run's charts and tables, for when the run is opened: columns, texts that repeat once. */
final class PageCharts {

    private static final int LINE = 300;
    /** Clouds of points are drawn, not read: their values have six digits in the page, the file has all. */
    private static final int CLOUD = 400;

    private static final MathContext SIX = new MathContext(6);

    private final Charts.OfRun charts;

    PageCharts(Charts.OfRun charts) {
        this.charts = charts;
    }

    void write(JsonFields json) throws IOException {
        json.array("charts", charts.drawn().entrySet(), entry -> json.object(() -> chart(json, entry)));
    }

    private static void chart(JsonFields json, Map.Entry<String, ChartData> entry) throws IOException {
        ChartData chart = entry.getValue();
        json.text("artifact", Texts.line(entry.getKey(), LINE));
        if (chart.kind() != null) {
            json.text("kind", chart.kind().id());
            json.text("title", chart.title());
            json.text("hint", chart.hint());
            json.text("xTitle", chart.xTitle());
            json.text("yTitle", chart.yTitle());
        }
        boolean cloud = chart.rows() > CLOUD;
        json.flag("rounded", cloud);
        json.array("columns", chart.columns(), column -> json.object(() -> column(json, column, cloud)));
    }

    private static void column(JsonFields json, ChartColumn column, boolean cloud) throws IOException {
        json.text("name", column.name());
        json.text("unit", column.unit());
        if (column instanceof ChartColumn.Numbers numbers) {
            json.array("values", () -> {
                for (double value : numbers.values()) {
                    number(json, value, cloud);
                }
            });
        } else if (column instanceof ChartColumn.Words words) {
            words(json, words.values());
        }
    }

    private static void words(JsonFields json, List<String> words) throws IOException {
        Map<String, Integer> places = new LinkedHashMap<>();
        words.forEach(word -> places.putIfAbsent(word, places.size()));
        json.array("texts", places.keySet(), json::text);
        json.array("at", words, word -> json.whole(places.get(word)));
    }

    private static void number(JsonFields json, double value, boolean cloud) throws IOException {
        if (value == StrictMath.rint(value) && StrictMath.abs(value) < 1e15) {
            json.whole((long) value);
        } else {
            json.real(
                    cloud && Double.isFinite(value)
                            ? new BigDecimal(value).round(SIX).doubleValue()
                            : value);
        }
    }
}
